"""Which content belongs to which cue, and which source: pair scores from the projections of the words.

Imports nothing of ours, so that `training/` measures the very code that ships. Spans are word ranges of one window.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Range = tuple[int, int]

WIDTH = 96
"""Numbers of one projection of a word."""
_EDGES = np.array([1, 2, 3, 4, 5, 7, 10, 15, 25, 50])


def gaps(spans: Ints, cues: Ints, paragraph: Ints) -> tuple[Ints, Ints, Ints]:
    """Where spans (N, 2) stand from cues (K, 2): distance, other cues between, paragraph breaks between; each (N, K).

    The numbers index the embeddings that training made; `training/model.py` has the same rule.
    """
    s0, s1 = spans[:, :1], spans[:, 1:]
    c0, c1 = cues[None, :, 0], cues[None, :, 1]
    after, before = c0 - s1, s0 - c1
    size = np.digitize(np.maximum(np.maximum(after, before), 0), _EDGES)
    overlap = (after < 0) & (before < 0)
    distance = np.where(overlap, 22, np.where(after >= 0, size, size + 11))
    # cues stand in text order and do not overlap, so that counting them is a look-up
    starts = cues[:, 0]
    between_after = np.searchsorted(starts, c0) - np.searchsorted(starts, s1)
    between_before = np.searchsorted(starts, s0) - np.searchsorted(starts, c1)
    between = np.where(after >= 0, np.clip(between_after, 0, 3), 4 + np.clip(between_before, 0, 3))
    between = np.where(overlap, 8, between)
    breaks = np.minimum(np.abs(paragraph[s0] - paragraph[c0]), 2)
    return distance, between, breaks


def mean(x: Floats, spans: Ints) -> Floats:
    """The mean of the words of each span."""
    total = np.concatenate([np.zeros((1, x.shape[1]), dtype=np.float64), np.cumsum(x, axis=0, dtype=np.float64)])
    out: Floats = ((total[spans[:, 1]] - total[spans[:, 0]]) / (spans[:, 1] - spans[:, 0])[:, None]).astype(np.float32)
    return out


class Links:
    """The pair scorers, from arrays by name: `<scorer>.gap|between|breaks|weight|bias` and the rows for no source."""

    def __init__(self, arrays: Mapping[str, Floats], names: Sequence[str]):
        self.arrays = arrays
        self.names = {name: slice(i * WIDTH, (i + 1) * WIDTH) for i, name in enumerate(names)}

    def _pair(self, scorer: str, x: Floats, y: Floats, where: tuple[Ints, Ints, Ints]) -> Floats:
        a = self.arrays
        place = a[f"{scorer}.gap"][where[0]] + a[f"{scorer}.between"][where[1]] + a[f"{scorer}.breaks"][where[2]]
        hidden: Floats = np.maximum(x[:, None] + y[None] + place, np.float32(0))
        out: Floats = (x @ y.T) * np.float32(WIDTH**-0.5) + hidden @ a[f"{scorer}.weight"] + a[f"{scorer}.bias"]
        return out

    def content_to_cue(self, words: Floats, contents: Ints, cues: Ints, paragraph: Ints) -> Floats:
        """Chances (contents, cues): each content belongs to one cue."""
        p = self.names
        x = (
            words[contents[:, 0], p["first"]]
            + words[contents[:, 1] - 1, p["last"]]
            + mean(words[:, p["mean"]], contents)
        )
        y = mean(words[:, p["cue_for_span"]], cues)
        return softmax(self._pair("span", x, y, gaps(contents, cues, paragraph)))

    def token_to_cue(self, words: Floats, contents: Ints, cues: Ints, paragraph: Ints) -> Floats:
        """The same, voted by the words of a content."""
        p = self.names
        y = mean(words[:, p["cue_for_token"]], cues)
        out = np.zeros((len(contents), len(cues)), dtype=np.float32)
        for n, (low, high) in enumerate(contents.tolist()):
            at = np.arange(low, high)
            where = gaps(np.stack([at, at + 1], 1), cues, paragraph)
            s = self._pair("token", words[low:high, p["token"]], y, where)
            out[n] = np.log(softmax(s) + 1e-6).mean(0)
        return softmax(out)

    def cue_to_source(self, words: Floats, sources: Ints, cues: Ints, paragraph: Ints) -> Floats:
        """Chances (cues, 1 + sources): the first column says that the cue has no source."""
        p = self.names
        y = mean(words[:, p["cue_for_source"]], cues)
        none = y @ self.arrays["no_source.weight"] + self.arrays["no_source.bias"]
        if not len(sources):
            return np.ones((len(cues), 1), dtype=np.float32)
        x = words[sources[:, 0], p["source_first"]] + mean(words[:, p["source_mean"]], sources)
        scores = self._pair("source", x, y, gaps(sources, cues, paragraph)).T
        return softmax(np.concatenate([none.reshape(-1, 1), scores], axis=1))

    def cue_to_word(self, words: Floats, cues: Ints, paragraph: Ints) -> Floats:
        """Chances (cues, 1 + words): the first word of the cue's source; the first column says there is none."""
        p = self.names
        y = mean(words[:, p["cue_for_source_token"]], cues)
        none = y @ self.arrays["no_source_token.weight"] + self.arrays["no_source_token.bias"]
        at = np.arange(len(words))
        where = gaps(np.stack([at, at + 1], 1), cues, paragraph)
        scores = self._pair("source_token", words[:, p["source_token"]], y, where).T
        return softmax(np.concatenate([none.reshape(-1, 1), scores], axis=1))


def softmax(x: Floats) -> Floats:
    """Over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out
