"""Tag scores to spans: the best path that respects the grammar of tags and the structure of quotations.

Imports nothing of ours, so that `training/` measures the very code that ships. All positions are words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SOURCE, CUE, CONTENT = 0, 1, 2
TAGS = 13
"""O, then Begin, Inside, End, Single of source, of cue, of content."""
FORBIDDEN = np.float32(-1e4)
_BEGINS = np.array([t == 0 or (t - 1) % 4 in (0, 3) for t in range(TAGS)])
_CLOSES = np.array([t == 0 or (t - 1) % 4 in (2, 3) for t in range(TAGS)])
_OF_CONTENT = np.arange(TAGS) >= 9


@dataclass(frozen=True, slots=True)
class Found:
    """A span of one role: words `start` to `end`, and how sure the tags are of it (the least of their chances)."""

    role: int
    start: int
    end: int
    chance: float
    edges: float
    """The product of the chances of its first and its last tag."""


def inside_penalty(strength: float) -> Floats:
    """What a step between two words of one quotation costs when content begins or ends there: (from, to)."""
    a, b = np.meshgrid(np.arange(TAGS), np.arange(TAGS), indexing="ij")
    ends = _OF_CONTENT[a] & _CLOSES[a]
    begins = _OF_CONTENT[b] & _BEGINS[b]
    return np.where(ends | begins, np.float32(-strength), np.float32(0)).astype(np.float32)


def best_tags(
    emissions: Floats, transitions: Floats, starts: Ints, quoted: NDArray[np.bool_], penalty: Floats
) -> NDArray[np.int8]:
    """The best tag of each word.

    `starts` are the first words of the paragraphs: no span runs from one into the next. `quoted[i]` says that word i
    and the word before it stand in one quotation. Linear in the number of words, whatever the lengths.
    """
    n = len(emissions)
    best = np.zeros(n, dtype=np.int8)
    if not n:
        return best
    lengths = np.diff(np.append(starts, n))
    order = np.argsort(-lengths, kind="stable")
    begin, lengths = starts[order], lengths[order]
    back = np.zeros((n, TAGS), dtype=np.int8)
    score = emissions[begin] + np.where(_BEGINS, np.float32(0), FORBIDDEN)
    final = np.empty_like(score)
    alive = len(begin)
    for t in range(1, int(lengths[0]) + 1):
        still = int(np.searchsorted(-lengths, -t, side="left"))  # paragraphs longer than t
        final[still:alive] = score[still:alive]
        alive = still
        if not alive:
            break
        at = begin[:alive] + t
        steps = score[:alive, :, None] + transitions + quoted[at][:, None, None] * penalty
        back[at] = steps.argmax(1)
        score = steps.max(1) + emissions[at]
    final = final + np.where(_CLOSES, np.float32(0), FORBIDDEN)
    for first, length, ending in zip(begin.tolist(), lengths.tolist(), final.argmax(1).tolist(), strict=True):
        tag = ending
        for i in range(first + length - 1, first - 1, -1):
            best[i] = tag
            tag = back[i, tag]
    return best


def chances(emissions: Floats) -> Floats:
    """Softmax over the tags."""
    e = np.exp(emissions - emissions.max(1, keepdims=True))
    out: Floats = e / e.sum(1, keepdims=True)
    return out


def spans(tags: NDArray[np.int8], probability: Floats) -> list[Found]:
    """The spans that the tags spell, in text order."""
    found: list[Found] = []
    opened = -1
    for i in np.flatnonzero(tags).tolist():
        role, kind = divmod(int(tags[i]) - 1, 4)
        if kind in (0, 3):
            opened = i
        if kind in (2, 3) and opened >= 0:
            low, high = opened, i + 1
            # a word's chance for the role, whatever the position in it
            of_role = probability[low:high, 1 + 4 * role : 5 + 4 * role].sum(1)
            edges = float(probability[low, tags[low]]) * float(probability[high - 1, tags[high - 1]])
            found.append(Found(role, low, high, float(of_role.min()), edges))
            opened = -1
    return found


def quoted_steps(n: int, quotations: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """For each word, whether it and the word before it stand in one of the quotations (word ranges)."""
    out = np.zeros(n, dtype=np.bool_)
    for low, high in quotations:
        out[low + 1 : high] = True
    return out
