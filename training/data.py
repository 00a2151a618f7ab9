"""PolNeAR rows to training windows: tags and links on words."""

import gzip
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src" / "sayso" / "read"))
import tagger_windows as tw

ROLES = ("source", "cue", "content")
TAGS = ["O"] + [f"{p}-{r}" for r in ROLES for p in "BIES"]
NO = -100


def rows(path):
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def paragraphs(text):
    """Lines that are not blank."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def tokenizer(folder):
    t = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    t.no_truncation()
    t.no_padding()
    return t


@dataclass
class Doc:
    id: str
    words: tw.Words
    tags: np.ndarray  # a tag a word
    attributions: list  # (sources, cue, contents): word ranges, cue is one


def word_ranges(w, pieces):
    """Character pieces of a role to word ranges, trimmed of punctuation, joined where only punctuation lies between."""
    out = []
    for a, b in sorted(map(tuple, pieces)):
        i, j = int(np.searchsorted(w.end, a, side="right")), int(np.searchsorted(w.start, b, side="left"))
        if i >= j:
            continue
        solid = np.flatnonzero(w.solid[i:j])
        if len(solid):
            i, j = i + int(solid[0]), i + int(solid[-1]) + 1
        if out and not w.solid[out[-1][1] : i].any() and len(solid) and w.paragraph[i] == w.paragraph[out[-1][0]]:
            out[-1] = (out[-1][0], max(j, out[-1][1]))
        else:
            out.append((i, j))
    return out


def document(row, tok):
    w = tw.words(row["text"], paragraphs(row["text"]), tok)
    tags = np.zeros(len(w), dtype=np.int64)
    attributions = []
    for a in row["attributions"]:
        s, q, c = (word_ranges(w, a[role]) for role in ROLES)
        if not q or not c:
            continue
        for k, spans in enumerate((s, q, c)):
            for i, j in spans:
                base = 1 + 4 * k
                if j - i == 1:
                    tags[i] = base + 3
                else:
                    tags[i], tags[i + 1 : j - 1], tags[j - 1] = base, base + 1, base + 2
        attributions.append((s, q[0], c))
    mend(tags)
    return Doc(row["id"], w, tags, attributions)


def allowed():
    """Which tag may follow which (BIES within a role)."""
    ok = np.zeros((len(TAGS), len(TAGS)), dtype=bool)
    for a, x in enumerate(TAGS):
        for b, y in enumerate(TAGS):
            inside = x[0] in "BI"
            goes_on = y[0] in "IE"
            ok[a, b] = (goes_on and x[2:] == y[2:]) if inside else not goes_on
    return ok


def mend(tags):
    """Make tags spell whole spans again, in place: where annotations overlap or a window cuts one."""
    ok = allowed()
    if ok[tags[:-1], tags[1:]].all() and TAGS[tags[0]][0] in "OBS" and TAGS[tags[-1]][0] in "OES":
        return
    role, kind = (tags - 1) // 4, (tags - 1) % 4
    goes_on = np.zeros(len(tags), dtype=bool)  # word i belongs to the span of word i - 1
    goes_on[1:] = (tags[1:] > 0) & np.isin(kind[1:], (1, 2)) & (role[1:] == role[:-1]) & np.isin(kind[:-1], (0, 1))
    followed = np.append(goes_on[1:], False)
    kinds = np.where(goes_on, np.where(followed, 1, 2), np.where(followed, 0, 3))
    tags[:] = np.where(tags > 0, 1 + 4 * role + kinds, 0)


def window_item(doc, a, b):
    """One training example out of words a..b."""
    w = doc.words
    p0, p1 = int(w.first[a]), int(w.first[b])
    sources, cues, content_spans, content_to, cue_to = [], [], [], [], []
    token_to = np.full(b - a, NO)
    inside = lambda s: a <= s[0] and s[1] <= b  # noqa: E731
    for s, q, c in doc.attributions:
        if not inside(q):
            continue
        q = (q[0] - a, q[1] - a)
        if q in cues:
            continue
        k = len(cues)
        cues.append(q)
        if not s:
            cue_to.append(0)
        elif inside(s[0]):
            span = (s[0][0] - a, s[0][1] - a)
            if span not in sources:
                sources.append(span)
            cue_to.append(1 + sources.index(span))
        else:
            cue_to.append(NO)
        for i, j in c:
            i, j = max(i, a), min(j, b)
            if i < j:
                content_spans.append((i - a, j - a))
                content_to.append(k)
                token_to[i - a : j - a] = k
    tags = doc.tags[a:b].copy()
    mend(tags)
    return {
        "ids": w.pieces[p0:p1],
        "features": w.features[p0:p1],
        "first": w.first[a:b] - p0 + 1,
        "paragraph": w.paragraph[a:b],
        "tags": tags,
        "cues": cues,
        "sources": sources,
        "contents": content_spans,
        "content_to": content_to,
        "cue_to": cue_to,
        "token_to": token_to,
        "where": (doc.id, a, b),
    }


def training_items(docs, rng, low=160, high=288):
    """Every word once, in windows whose boundaries differ from epoch to epoch."""
    items = []
    for doc in docs:
        limit = rng.randint(low, high)
        items += [window_item(doc, a, b) for a, b in tw.windows(doc.words, limit, rng.randint(limit // 4, limit))]
    return items


def batches(items, budget, rng=None):
    """Batches of about `budget` pieces with padding, of like length; shuffled when given an rng."""
    keyed = [(len(x["ids"]) + (rng.uniform(0, 24) if rng else 0), n) for n, x in enumerate(items)]
    out, now, longest = [], [], 0
    for _, n in sorted(keyed):
        longest_next = max(longest, len(items[n]["ids"]) + 2)
        if now and longest_next * (len(now) + 1) > budget:
            out.append(now)
            now, longest_next = [], len(items[n]["ids"]) + 2
        now.append(n)
        longest = longest_next
    if now:
        out.append(now)
    if rng:
        rng.shuffle(out)
    return [[items[n] for n in batch] for batch in out]


def collate(batch, cls=101, sep=102):
    B = len(batch)
    L = max(len(x["ids"]) for x in batch) + 2
    W = max(len(x["first"]) for x in batch)
    K = max(1, max(len(x["cues"]) for x in batch))
    S = max(1, max(len(x["sources"]) for x in batch))
    M = max(1, max(len(x["contents"]) for x in batch))
    z = lambda *s: torch.zeros(*s, dtype=torch.long)  # noqa: E731
    no = lambda *s: torch.full(s, NO, dtype=torch.long)  # noqa: E731
    t = {
        "ids": z(B, L),
        "features": z(B, L),
        "mask": z(B, L),
        "first": z(B, W),
        "paragraph": z(B, W),
        "words": z(B),
        "tags": no(B, W),
        "cues": z(B, K, 2),
        "cue_n": z(B),
        "sources": z(B, S, 2),
        "source_n": z(B),
        "contents": z(B, M, 2),
        "content_to": no(B, M),
        "cue_to": no(B, K),
        "token_to": no(B, W),
    }
    put = lambda name, b, values: t[name][b, : len(values)].copy_(torch.as_tensor(np.asarray(values)))  # noqa: E731
    for b, x in enumerate(batch):
        n = len(x["ids"])
        put("ids", b, [cls, *x["ids"], sep])
        put("features", b, [0, *x["features"], 0])
        t["mask"][b, : n + 2] = 1
        t["words"][b], t["cue_n"][b], t["source_n"][b] = len(x["first"]), len(x["cues"]), len(x["sources"])
        for name in ("first", "paragraph", "tags", "cues", "sources", "contents", "content_to", "cue_to", "token_to"):
            if len(x[name]):
                put(name, b, x[name])
    return t
