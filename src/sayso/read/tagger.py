"""The neural reader of attributions: a small encoder that tags source, cue and content, and links them.

`tag` is a pure function of one text: its windows, and so its reading, depend on nothing else, and each window is run
alone (int8 activations are scaled by the whole input, so that in a batch neighbours would change each other). How the
weights were made is in `training/`, what they reach in `models/attribution.md`.

All offsets that come in or go out are Unicode code points of `text`, half-open.
"""

from __future__ import annotations

import gc
import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.read import tagger_decode as decode
from sayso.read import tagger_windows as windowing
from sayso.read.tagger_links import Floats, Ints, Links
from sayso.read.tagger_signatures import signatures

Pieces = tuple[tuple[int, int], ...]
MODELS = Path(__file__).resolve().parents[1] / "models"
MANIFEST = "attribution.json"
CLS, SEP = 101, 102
SURE = 0.7
"""The least chance of a content that is kept without a cue."""
SIGNED = 0.97
"""The confidence of a quotation signed with a dash: structure, not weights (18 of 18 right on PolNeAR dev)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as the model reads it. Content is never empty; source and cue may be."""

    source: Pieces
    cue: Pieces
    content: Pieces
    confidence: float
    """The calibrated chance that content and source are right (`attributed` of the scorer), 0 to 1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How tag scores become attributions; from the manifest, chosen on development data."""

    quotation_penalty: float
    """What beginning or ending a content inside a quotation costs, in nats."""
    outside_bias: float
    """Added to the score of the tag for no role: below 0 finds more, for the confidence to sort out."""
    calibration: tuple[float, ...]
    """Weights of the confidence's features, the constant first."""
    least_confidence: float
    """Attributions of less are not given."""


class Reader:
    """The loaded model. `threads` is how many cores one window may use; it never changes a reading."""

    def __init__(self, folder: Path = MODELS, threads: int = 1):
        manifest = _manifest(folder)
        raw = {name: _checked(folder / name, sha256) for name, sha256 in manifest["files"].items()}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self.session = onnxruntime.InferenceSession(
                raw["attribution.onnx"], options, providers=["CPUExecutionProvider"]
            )
            self.tokenizer: Tokenizer = Tokenizer.from_str(raw["attribution-tokenizer.json"].decode("utf8"))
            names, arrays = _arrays(folder / "attribution.npz")
        except Exception as problem:  # the libraries raise types of their own
            raise ModelError(f"the attribution model in {folder} cannot be loaded: {problem}") from problem
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.transitions = arrays["transitions"]
        self.links = Links(arrays, names)
        settings = manifest["settings"]
        self.settings = Settings(
            quotation_penalty=float(settings["quotation_penalty"]),
            outside_bias=float(settings["outside_bias"]),
            calibration=tuple(map(float, settings["calibration"])),
            least_confidence=float(settings["least_confidence"]),
        )

    def encode(self, ids: Ints, features: Ints, first: Ints) -> tuple[Floats, Floats]:
        """Tag scores (words, 13) and link projections (words, n x 96) of one window; `first` indexes `ids`."""
        feed = {"ids": ids[None], "features": features[None], "first": first}
        emissions, projections = self.session.run(None, feed)
        return emissions, projections

    def tag(
        self, text: str, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
    ) -> list[Candidate]:
        """See `sayso.read.tagger.tag`."""
        words = windowing.words(text, paragraphs, self.tokenizer)
        quoted = quoted_words(words, quotations)
        signed = signatures(text, paragraphs, quotations)
        taken = quoted_words(words, [(s.content[0], s.source[1]) for s in signed])
        found = [self._candidate(text, words, f, quotations, quoted) for f in self.linked(words, quoted, taken)]
        found += [Candidate((s.source,), (s.cue,), (s.content,), SIGNED) for s in signed]
        least = self.settings.least_confidence
        return sorted((c for c in found if c.confidence >= least), key=lambda c: c.content[0])

    def linked(
        self, words: windowing.Words, quoted: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]] = ()
    ) -> list[Linked]:
        """The attributions in words. `quoted` are the quotations' word ranges, `taken` what is read already."""
        if not len(words):
            return []
        ranges = windowing.windows(words)
        runs = [self._window(words, low, high) for low, high in ranges]
        emissions = np.concatenate([run[0] for run in runs])
        chances = decode.chances(emissions)
        emissions[:, 0] += np.float32(self.settings.outside_bias)
        for low, high in taken:
            emissions[low:high, 1:] = decode.FORBIDDEN
        tags = decode.best_tags(
            emissions,
            self.transitions,
            np.union1d(np.flatnonzero(np.diff(words.paragraph, prepend=-1)), [low for low, _ in ranges]),
            decode.quoted_steps(len(words), quoted),
            decode.inside_penalty(self.settings.quotation_penalty),
        )
        found = decode.spans(tags, chances)
        linked: list[Linked] = []
        n = 0
        for (low, high), (_, projections) in zip(ranges, runs, strict=True):
            inside: list[decode.Found] = []
            while n < len(found) and found[n].start < high:
                inside.append(found[n])
                n += 1
            if low and words.paragraph[low - 1] == words.paragraph[low]:
                inside = _continued(linked, inside, low)
            linked += link(inside, low, projections, words.paragraph[low:high], self.links)
        return linked

    def _window(self, words: windowing.Words, low: int, high: int) -> tuple[Floats, Floats]:
        a, b = int(words.first[low]), int(words.first[high])
        if b - a > windowing.WINDOW:  # one word of very many pieces
            b = a + windowing.WINDOW
        ids = np.concatenate([[CLS], words.pieces[a:b], [SEP]])
        features = np.concatenate([[0], words.features[a:b], [0]])
        return self.encode(ids, features, words.first[low:high] - a + 1)

    def _candidate(
        self,
        text: str,
        words: windowing.Words,
        found: Linked,
        quotations: Sequence[tuple[int, int]],
        quoted: Sequence[tuple[int, int]],
    ) -> Candidate:
        def characters(span: decode.Found) -> tuple[int, int]:
            return _bracketed(text, int(words.start[span.start]), int(words.end[span.end - 1]))

        weights = self.settings.calibration
        features = confidence_features(found)
        score = weights[0] + sum(w * x for w, x in zip(weights[1:], features, strict=True))
        return Candidate(
            source=tuple(characters(s) for s in found.source),
            cue=tuple(characters(s) for s in found.cue),
            content=tuple(_with_marks(s, characters(s), quotations, quoted) for s in found.content),
            confidence=round(1 / (1 + math.exp(-score)), 4),
        )


@dataclass(frozen=True, slots=True)
class Linked:
    """Spans that belong to one attribution, and the chances of the links that say so."""

    source: tuple[decode.Found, ...]
    cue: tuple[decode.Found, ...]
    content: tuple[decode.Found, ...]
    content_chance: float
    source_chance: float


def link(found: Sequence[decode.Found], low: int, projections: Floats, paragraph: Ints, links: Links) -> list[Linked]:
    """The attributions of one window, whose first word is `low`.

    A content belongs to a cue of its own paragraph, or the cue has contents nowhere else: 99.3 % of PolNeAR's
    attributions are so, and a content drawn to another paragraph's cue has most often lost its own. It is kept when a
    source is left over for it in its paragraph.
    """
    sources, cues, contents = ([f for f in found if f.role == role] for role in range(3))
    if not contents or not cues:
        return _orphans(contents, sources, low, paragraph)

    def ranges(spans: Sequence[decode.Found]) -> Ints:
        return np.array([(s.start - low, s.end - low) for s in spans], dtype=np.int64).reshape(-1, 2)

    content_cue = links.content_to_cue(projections, ranges(contents), ranges(cues), paragraph)
    cue_source = links.cue_to_source(projections, ranges(sources), ranges(cues), paragraph)
    to_cue = content_cue.argmax(1)
    out: list[Linked] = []
    orphans: list[decode.Found] = []
    for k, cue in enumerate(cues):
        mine = np.flatnonzero(to_cue == k).tolist()
        home = [i for i in mine if paragraph[contents[i].start - low] == paragraph[cue.start - low]]
        orphans += [contents[i] for i in mine if home and i not in home]
        mine = home or mine
        if mine:
            j = int(cue_source[k].argmax())
            out.append(
                Linked(
                    source=(sources[j - 1],) if j else (),
                    cue=(cue,),
                    content=tuple(contents[i] for i in mine),
                    content_chance=float(content_cue[mine, k].min()),
                    source_chance=float(cue_source[k, j]),
                )
            )
    claimed = {s for linked in out for s in linked.source}
    return out + _orphans(orphans, [s for s in sources if s not in claimed], low, paragraph)


def _orphans(
    contents: Sequence[decode.Found], sources: Sequence[decode.Found], low: int, paragraph: Ints
) -> list[Linked]:
    """Contents without a cue, each with the nearest unclaimed source of its paragraph; the rest are dropped."""
    out = []
    for c in contents:
        near = [s for s in sources if paragraph[s.start - low] == paragraph[c.start - low]]
        if near and c.chance >= SURE:
            source = min(near, key=lambda s: (max(s.start - c.end, c.start - s.end), s.start))
            out.append(Linked((source,), (), (c,), 0.0, 0.0))
    return out


def _continued(linked: list[Linked], inside: list[decode.Found], low: int) -> list[decode.Found]:
    """Give a content that a window's edge cut to the attribution that has its beginning; returns what is left.

    `low` is the window's first word, inside a paragraph; `inside` are the window's spans, `linked` what was before.
    """
    rest = next((f for f in inside if f.role == decode.CONTENT), None)
    if rest is None or rest.start != low:
        return inside
    for n, item in enumerate(linked):
        head = item.content[-1]
        if head.end == low:
            joined = replace(head, end=rest.end, chance=min(head.chance, rest.chance))
            linked[n] = replace(item, content=(*item.content[:-1], joined))
            return [f for f in inside if f is not rest]
    return inside


def confidence_features(found: Linked) -> tuple[float, ...]:
    """What the confidence is made of: tag and link chances, length, what is missing."""

    def least(spans: tuple[decode.Found, ...], of: str) -> float:
        return min((float(getattr(s, of)) for s in spans), default=1.0)

    return (
        least(found.content, "chance"),
        least(found.content, "edges"),
        least(found.cue, "chance"),
        least(found.cue, "edges"),
        least(found.source, "chance"),
        found.content_chance if found.cue else 1.0,
        found.source_chance if found.cue else 1.0,
        math.log(sum(s.end - s.start for s in found.content)),
        float(not found.source),
        float(not found.cue),
        float(len(found.content) > 1),
    )


def quoted_words(words: windowing.Words, quotations: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The word range of each quotation, without punctuation at its ends; empty where it holds no word."""
    out = []
    for a, b in quotations:
        i, j = int(np.searchsorted(words.end, a, side="right")), int(np.searchsorted(words.start, b, side="left"))
        solid = np.flatnonzero(words.solid[i:j])
        out.append((i + int(solid[0]), i + int(solid[-1]) + 1) if len(solid) else (i, i))
    return out


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the closing bracket, and the full stop before it, of what opens in the stretch."""
    for opening, closing in ("()", "[]"):
        if text.count(opening, start, end) > text.count(closing, start, end):
            stop = end + (text[end : end + 1] == ".")
            if text[stop : stop + 1] == closing:
                end = stop + 1
    return start, end


def _with_marks(
    span: decode.Found, at: tuple[int, int], quotations: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Widen a content by the marks and punctuation of the quotations whose words it covers."""
    a, b = at
    for (qa, qb), (i, j) in zip(quotations, quoted, strict=True):
        if i < j and span.start <= i and j <= span.end:
            a, b = min(a, qa), max(b, qb)
    return a, b


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf8"))
    except (OSError, ValueError) as problem:
        raise ModelError(f"the attribution model is missing or damaged: {folder / MANIFEST}: {problem}") from problem
    return manifest


def _checked(path: Path, sha256: str) -> bytes:
    """The file's bytes. Raises ModelError unless they have this SHA-256."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise ModelError(f"the attribution model's file {path} cannot be read: {problem}") from problem
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ModelError(f"the attribution model's file {path} is damaged: install sayso again")
    return data


def _arrays(path: Path) -> tuple[list[str], dict[str, NDArray[np.float32]]]:
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files if name != "names"}
        return [str(name) for name in stored["names"]], arrays


@lru_cache(maxsize=4)
def reader(threads: int = 1) -> Reader:
    """The shipped model, loaded once for a number of threads. Raises ModelError where it is missing or damaged."""
    reader = Reader(threads=threads)
    gc.freeze()  # as for the parser: it lives as long as the process
    return reader


def tag(
    text: str, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]], threads: int = 1
) -> list[Candidate]:
    """The attributions in `text`, window by window in text order.

    `paragraphs`: the stretches to read, in text order, without line breaks inside. `quotations`: stretches from an
    opening double quotation mark through its closing one, each within a paragraph; contents neither begin nor end
    inside one. Raises ModelError where the weights are missing or damaged.
    """
    return reader(threads).tag(text, paragraphs, quotations)
