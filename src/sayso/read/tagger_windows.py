"""Text to the tagger's input: words, word pieces, features, windows.

Imports nothing of ours, so that `training/` prepares its data with the very same code.

Offsets are Unicode code points, half-open, into the whole text. A *word* is what BERT's pre-tokeniser calls one: a
stretch of letters and digits, or one punctuation character. A *piece* is a word piece of the vocabulary; a word's
first piece stands for the word. Word ranges and piece ranges are half-open too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

OUTSIDE, INSIDE, MARK = 0, 1, 2
FEATURES = 18
"""Rows of the feature embedding: quotation state (3) x letter case (3) x first word of a paragraph (2)."""
WINDOW = 288
"""Word pieces a window holds at most, [CLS] and [SEP] not counted."""
_SENTENCE_END = frozenset('.?!\u201d"')


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words and pieces, in flat arrays."""

    pieces: Ints
    """Vocabulary id of each piece."""
    features: Ints
    """Feature row of each piece, below `FEATURES`."""
    first: Ints
    """Each word's first piece, and after the last word the number of pieces."""
    start: Ints
    end: Ints
    """Each word's characters."""
    paragraph: Ints
    """The index of each word's paragraph."""
    solid: NDArray[np.bool_]
    """Whether the word has a letter or a digit (is not mere punctuation)."""
    stops: NDArray[np.bool_]
    """Whether the word may end a sentence: where a paragraph longer than a window may be cut."""

    def __len__(self) -> int:
        return len(self.start)


def quote_states(text: str) -> bytearray:
    """One state a character of one paragraph: `OUTSIDE`, `INSIDE` double quotation marks, or itself a `MARK`.

    A straight mark toggles, a curly one opens or closes; the paragraph's end closes what is open.
    """
    states = bytearray(len(text))
    inside = False
    for i, character in enumerate(text):
        if character == "“":
            inside, states[i] = True, MARK
        elif character == "”":
            inside, states[i] = False, MARK
        elif character == '"':
            inside, states[i] = not inside, MARK
        elif inside:
            states[i] = INSIDE
    return states


def _letter_case(word: str) -> int:
    """0 lower or caseless, 1 capitalised, 2 all capitals."""
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def words(text: str, paragraphs: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Words:
    """The words of the paragraphs, in their order. The tokenizer must be a BERT one, with no truncation."""
    pieces: list[int] = []
    features: list[int] = []
    first: list[int] = []
    start: list[int] = []
    end: list[int] = []
    paragraph: list[int] = []
    for number, (low, high) in enumerate(paragraphs):
        body = text[low:high]
        states = quote_states(body)
        encoding = tokenizer.encode(body, add_special_tokens=False)
        word, feature, opening = None, 0, len(start)
        for piece, (a, b), identity in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            if identity != word:
                word = identity
                first.append(len(pieces))
                start.append(low + a)
                end.append(low + b)
                paragraph.append(number)
                feature = states[a] * 6 + (len(start) - 1 == opening) if a < b else 0
            else:
                end[-1] = low + b
            pieces.append(piece)
            features.append(feature)
        for w in range(opening, len(start)):
            case = _letter_case(text[start[w] : end[w]])
            if case:
                stop = first[w + 1] if w + 1 < len(first) else len(pieces)
                for p in range(first[w], stop):
                    features[p] += case * 2
    first.append(len(pieces))
    shown = [text[a:b] for a, b in zip(start, end, strict=True)]
    return Words(
        pieces=np.array(pieces, dtype=np.int64),
        features=np.array(features, dtype=np.int64),
        first=np.array(first, dtype=np.int64),
        start=np.array(start, dtype=np.int64),
        end=np.array(end, dtype=np.int64),
        paragraph=np.array(paragraph, dtype=np.int64),
        solid=np.array([any(c.isalnum() for c in word) for word in shown], dtype=np.bool_),
        stops=np.array([word in _SENTENCE_END for word in shown], dtype=np.bool_),
    )


def _units(w: Words, limit: int) -> Iterator[tuple[int, int]]:
    """Word ranges of at most `limit` pieces: paragraphs, or parts of one cut after a sentence where that can be."""
    starts = np.flatnonzero(np.diff(w.paragraph, prepend=-1)).tolist()
    for opening, b in zip(starts, [*starts[1:], len(w)], strict=True):
        a = opening
        while w.first[b] - w.first[a] > limit:
            # the last word boundary within the limit; a word of more pieces than that stands alone
            cut = max(int(np.searchsorted(w.first, w.first[a] + limit, side="right")) - 1, a + 1)
            ends = np.flatnonzero(w.stops[(a + cut) // 2 : cut])
            if len(ends):
                cut = (a + cut) // 2 + int(ends[-1]) + 1
            yield a, cut
            a = cut
        if a < b:
            yield a, b


def windows(w: Words, limit: int = WINDOW, first_limit: int | None = None) -> list[tuple[int, int]]:
    """Word ranges that cover all words once, each of at most `limit` pieces and of whole paragraphs where they fit.

    The windows are a function of this text alone. `first_limit` caps the first window (training moves the boundaries
    with it from epoch to epoch).
    """
    found: list[tuple[int, int]] = []
    cap = first_limit or limit
    for a, b in _units(w, limit):
        if found and w.first[b] - w.first[found[-1][0]] <= cap:
            found[-1] = (found[-1][0], b)
        else:
            cap = limit if found else cap
            found.append((a, b))
    return found
