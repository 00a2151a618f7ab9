"""Which leaves of a page are its article: trafilatura says which text, the page's own structure says the rest.

trafilatura gives back text, not places. A leaf counts as its text when the leaf's words are there, in the same short
runs. What trafilatura leaves out and an article still holds (quotations set off by the page, embedded posts, captions,
correction notes, a paragraph between two others) is taken when it stands in the element that holds the article.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from trafilatura import bare_extraction

from sayso.ingest.dom import Leaf, Walked
from sayso.ingest.lines import is_note
from sayso.ingest.noise import is_noise

_ITEMS = ("li", "td", "th", "dd", "dt")
_WORD = re.compile(r"\w+")
_RUN = 4  # words; a leaf is trafilatura's when most of its runs of so many words are
_SHARE = 0.8  # of a leaf's runs
_WEIGHT = 0.8  # of the article's characters that its container must hold
_NEARLY = 0.95  # of the article's words that the part of the page worth walking must hold
_PROSE = 40  # characters; a paragraph with fewer is as likely a label
_ENOUGH = 600  # characters of prose; a page with fewer sets its article in other elements
_MOST = 0.7  # of the page's prose that trafilatura must find for its word to be taken without a second opinion
_SMALL = 0.2  # of the article's characters that an element with the class of furniture may hold and be furniture
_CARD = 500  # characters; an element that holds a linked heading and no more than so many is a teaser of another story
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:corrections?|clarifications?|editors?-?note|editorial-?note|update-?note|corrigendum)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_DECK = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|sub-?head(?:line|ing)?|sub-?title|standfirst|stand-first|summary|lede?|strapline)(?:$|[\s_-])",
    re.IGNORECASE,
)
for _name in ("trafilatura", "htmldate", "justext"):  # their remarks on a page reach the reader as our warnings
    logging.getLogger(_name).addHandler(logging.NullHandler())


def main_leaves(text: str, walked: Walked, *, whole: bool = False) -> tuple[list[Leaf], tuple[str, ...]]:
    """The leaves of the article in document order, and warnings. `text` is what `main_text` made of the page.

    `whole` takes everything but furniture, for a piece of a page that is all article.
    """
    leaves = walked.leaves
    if whole:
        return [leaf for leaf in leaves if leaf.context.noise is None or leaf.context.post is not None], ()
    keys = [_words(leaf.text) for leaf in leaves]
    kept = _matched(leaves, keys, text) if text else set()
    warnings: tuple[str, ...] = ()
    if sum(len(leaves[i].text) for i in kept) < 0.5 * len(text):
        kept = set()
    if not kept:
        kept = _dense(leaves)
        warnings = (
            ("its main text could not be told from the rest of the page; all its prose is taken",) if kept else ()
        )
    if not kept:
        return [], ()
    container = _container(walked, kept)
    kept = _one_of_each(walked, kept, keys, container)
    kept -= _furniture(walked, kept, container)
    if not kept:
        return [], ()
    kept |= _rescued(walked, kept, keys, container)
    kept -= _teasers(walked, container)
    return [leaves[i] for i in sorted(kept)], warnings


def main_text(page: Any) -> str:
    """The main text by trafilatura, a paragraph a line; empty where it finds none. `page` is one of its own trees.

    Its second opinions, which take as long as the first, are asked for where that left out much of the page's prose.
    """
    prose = sum(len(text) for one in page.iter("p") if len(text := one.text_content()) > _PROSE)
    if prose > _ENOUGH:
        found = _extracted(page, fast=True)
        if _MOST * prose <= len(found) <= 2 * prose:
            return found
    return _extracted(page, fast=False)


def _extracted(page: Any, *, fast: bool) -> str:
    try:
        found = bare_extraction(page, include_comments=False, include_tables=True, fast=fast)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError, AssertionError):
        return ""  # a page that breaks the extractor is read by density
    return str(getattr(found, "text", None) or "")


def region(root: Any, text: str) -> Any:
    """The part of a page that is worth walking for an article with the given main text; None for all of it.

    It is the smallest element that holds nearly all of the article's paragraphs, widened to the `article` or `main`
    around it, or else by a few levels, so that headline, deck, figures and notes are within.
    """
    lines = {_words(line) for line in text.splitlines()}
    weights: dict[Any, int] = {}
    total = 0
    for element in root.iter("p"):
        words = _words("".join(element.itertext()))
        if len(words) > _RUN and words in lines:
            total += len(words)
            parent = element.getparent()
            weights[parent] = weights.get(parent, 0) + len(words)
    if not weights or total < _WEIGHT * sum(map(len, lines)):
        return None
    held: dict[Any, int] = {}
    for parent, weight in weights.items():
        for above in (parent, *parent.iterancestors()):
            held[above] = held.get(above, 0) + weight
    heaviest = max(weights, key=lambda one: weights[one])
    around = next((one for one in (heaviest, *heaviest.iterancestors()) if held[one] >= _NEARLY * total), None)
    if around is None:
        return None
    chain = [one for one in (around, *around.iterancestors()) if one.tag not in ("html", "body")]
    marked = [one for one in chain if one.tag in ("article", "main")]
    return marked[-1] if marked else (chain[min(3, len(chain) - 1)] if chain else None)


@lru_cache(maxsize=8192)  # each leaf's words are asked for several times
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _matched(leaves: list[Leaf], keys: list[tuple[str, ...]], text: str) -> set[int]:
    """The leaves whose words trafilatura kept."""
    lines = {_words(line) for line in text.splitlines()}
    runs = set(_runs(_words(text)))
    kept: set[int] = set()
    for i, (leaf, key) in enumerate(zip(leaves, keys, strict=True)):
        if not key:
            continue
        if key in lines:
            kept.add(i)
        elif len(key) > _RUN:
            mine = list(_runs(key))
            if sum(run in runs for run in mine) >= _SHARE * len(mine):
                kept.add(i)
        elif leaf.place.element.tag not in _ITEMS and len(key) == _RUN and key in runs:
            kept.add(i)
    return kept


def _dense(leaves: list[Leaf]) -> set[int]:
    """Without trafilatura's word: the prose that is not furniture, or on a page without any, all that is not."""
    calm = [
        i
        for i, leaf in enumerate(leaves)
        if leaf.context.noise is None and not is_noise(leaf.text) and leaf.linked <= 0.5 * len(leaf.text)
    ]
    prose = {i for i in calm if len(leaves[i].text) >= 40 and _SENTENCE.search(leaves[i].text)}
    if prose:
        first, last = min(prose), max(prose)
        return {i for i in calm if i in prose or (first < i < last and _belongs(leaves[i]))}
    return set(calm) or {i for i, leaf in enumerate(leaves) if not is_noise(leaf.text)}


def _belongs(leaf: Leaf) -> bool:
    return leaf.context.heading is not None or leaf.context.post is not None or leaf.place.element.tag == "p"


def _container(walked: Walked, kept: set[int]) -> int:
    """The smallest element that holds most of the kept text."""
    weights = [0] * len(walked.parents)
    total = 0
    for i in kept:
        leaf = walked.leaves[i]
        weights[leaf.place.number] += len(leaf.text)
        total += len(leaf.text)
    best = 0
    for number in range(len(weights) - 1, 0, -1):
        if weights[number] >= _WEIGHT * total:
            best = max(best, number)
        weights[walked.parents[number]] += weights[number]
    return best


def _one_of_each(walked: Walked, kept: set[int], keys: list[tuple[str, ...]], container: int) -> set[int]:
    """Without the leaves outside the container that repeat one inside, or are too short to be more than a label."""
    inside = {i for i in kept if walked.inside(walked.leaves[i].place.number, container)}
    told = {keys[i] for i in inside}
    runs = {run for i in inside for run in _runs(keys[i])}
    out = set(inside)
    for i in kept - inside:
        mine = list(_runs(keys[i]))
        repeated = keys[i] in told or (bool(mine) and sum(run in runs for run in mine) >= _SHARE * len(mine))
        if not repeated and len(mine) >= _RUN and walked.leaves[i].context.noise is None:
            out.add(i)
    return out


def _furniture(walked: Walked, kept: set[int], container: int) -> set[int]:
    """Of the kept leaves those that are links alone, and small ones in an element with the class of page furniture."""
    leaves = walked.leaves
    total = sum(len(leaves[i].text) for i in kept)
    held: Counter[int] = Counter()
    for i in kept:
        noise = leaves[i].context.noise
        if noise is not None and noise > container:
            held[noise] += len(leaves[i].text)
    found: set[int] = set()
    for i in kept:
        leaf, noise = leaves[i], leaves[i].context.noise
        if leaf.context.post is not None or is_note_leaf(leaf):
            continue
        link = leaf.linked >= 0.8 * len(leaf.text) and not _SENTENCE.search(leaf.text) and leaf.context.heading is None
        small = noise is not None and noise > container and held[noise] < _SMALL * total
        if link or small:
            found.add(i)
    return found if len(found) < len(kept) else set()


def _teasers(walked: Walked, container: int) -> set[int]:
    """The leaves of cards: small elements beside or inside the article with a heading that links to another page."""
    leaves = walked.leaves
    heads = [leaf for leaf in leaves if _leads_away(leaf)]
    if not heads:
        return set()
    weights = [0] * len(walked.parents)
    for leaf in leaves:
        weights[leaf.place.number] += len(leaf.text)
    for number in range(len(weights) - 1, 0, -1):
        weights[walked.parents[number]] += weights[number]
    cards: set[int] = set()
    for head in heads:
        card, above = head.place.number, walked.parents[head.place.number]
        while above > 0 and weights[above] <= _CARD and not walked.inside(container, above):
            card, above = above, walked.parents[above]
        cards.add(card)
    tops: list[int] = []
    for card in sorted(cards):
        if not tops or not walked.inside(card, tops[-1]):
            tops.append(card)
    found: set[int] = set()
    for i, leaf in enumerate(leaves):
        at = bisect_right(tops, leaf.place.number) - 1
        if leaf.context.post is None and at >= 0 and walked.inside(leaf.place.number, tops[at]):
            found.add(i)
    return found


def _leads_away(leaf: Leaf) -> bool:
    """Whether a leaf is a heading under the headline's level that is one link, to somewhere else than this page."""
    if (leaf.context.heading or 1) == 1 or leaf.linked < 0.8 * len(leaf.text) or leaf.context.post is not None:
        return False
    element = leaf.place.element
    links = [*element.iter("a"), *element.iterancestors("a")]
    return bool(links) and all("#" not in (link.get("href") or "#") for link in links)


def _rescued(walked: Walked, kept: set[int], keys: list[tuple[str, ...]], container: int) -> set[int]:
    """What an article holds besides what trafilatura keeps."""
    leaves = walked.leaves
    told = Counter(keys[i] for i in kept)
    parents = {walked.parents[leaves[i].place.number] for i in kept}
    first, last = min(kept), max(kept)
    body = min((i for i in kept if walked.inside(leaves[i].place.number, container)), default=first)
    figures = {leaves[i].context.figure for i in kept} - {None}
    found: set[int] = set()
    for i, leaf in enumerate(leaves):
        if i in kept:
            continue
        context = leaf.context
        posted = context.post is not None
        near = first - 12 <= i <= last + 12
        within = walked.inside(leaf.place.number, container)
        if (is_note_leaf(leaf) and (within or near) and not told[keys[i]]) or (posted and within):
            found.add(i)
        elif not (within or (near and (context.figure or context.caption) is not None)) or _is_furniture(
            leaf, container
        ):
            continue
        elif context.caption is not None or (context.figure is not None and context.figure in figures):
            if (within or body - 6 <= i < body) and not told[keys[i]] and len(keys[i]) > 2:
                found.add(i)
        elif (context.quote is not None and context.aside is None) or (
            first < i < last and _is_paragraph(walked, leaf, parents) and not told[keys[i]]
        ):
            found.add(i)
    return found | _decks(walked, kept | found, keys)


def _decks(walked: Walked, kept: set[int], keys: list[tuple[str, ...]]) -> set[int]:
    """The lines under the headline that the page marks as its deck."""
    first = min(kept)
    told = {keys[i] for i in kept}
    return {
        i
        for i in range(max(0, first - 8), first)
        if _DECK.search(_told(walked.leaves[i])) and len(keys[i]) > 4 and keys[i] not in told
    }


def _told(leaf: Leaf) -> str:
    return f"{leaf.place.element.get('class') or ''} {leaf.place.element.get('id') or ''}"


def is_note_leaf(leaf: Leaf) -> bool:
    """Whether a leaf is a correction, clarification, editor's or update note, by its words or the page's markup."""
    if leaf.context.heading or leaf.context.post is not None or not leaf.lines:
        return False
    if is_note(leaf.lines[0].text):
        return True
    if len(leaf.text) < 30:
        return False
    place = leaf.place
    above = place.parent.element if place.parent is not None else None
    near = _told(leaf) + (f" {above.get('class') or ''}" if above is not None else "")
    return bool(_NOTE_CLASS.search(near))


def _is_furniture(leaf: Leaf, container: int) -> bool:
    noise = leaf.context.noise
    return (noise is not None and noise > container) or leaf.linked > 0.6 * len(leaf.text) or is_noise(leaf.text)


def _is_paragraph(walked: Walked, leaf: Leaf, parents: set[int]) -> bool:
    """Whether a leaf is prose that stands beside paragraphs of the article."""
    return (
        leaf.place.element.tag in ("p", "li")
        and walked.parents[leaf.place.number] in parents
        and leaf.context.aside is None
        and leaf.linked < 0.9 * len(leaf.text)
        and len(leaf.text) >= 25
        and bool(_SENTENCE.search(leaf.text))
    )
