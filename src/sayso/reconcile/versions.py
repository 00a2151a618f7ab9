"""Versions of one article: documents with one address, in the order they appeared, and what changed between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.model import Block, Document, Edit, Span, Versions

_TRACKING = frozenset("fbclid gclid dclid msclkid mc_cid mc_eid igshid ref_src cmpid ncid smid".split())
_MOST = 60_000  # pairs of blocks that are aligned; beyond, blocks are compared without regard to their order
_LATEST = datetime.max.replace(tzinfo=UTC)

Part = tuple[str, Block]


def address(url: str) -> str:
    """What two addresses of one page have in common: host and path, without scheme, “www.”, fragment and tracking."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        asked = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return url.strip()
    kept = sorted((name, value) for name, value in asked if not _tracks(name))
    return host + port + parts.path.rstrip("/") + (f"?{urlencode(kept)}" if kept else "")


def _tracks(name: str) -> bool:
    return name.lower().startswith("utm_") or name.lower() in _TRACKING


def versions(documents: Iterable[Document]) -> tuple[Versions, ...]:
    """For each address that more than one document has: its documents in their order, and the edits between them.

    The order is that of `updated_at`, else `published_at`, else `retrieved_at`; then that of `retrieved_at`. The same
    bytes twice are one version. The order in which documents are given does not matter.
    """
    groups: dict[str, dict[str, Document]] = {}
    for one in documents:
        if one.url and (place := address(one.url)):
            group = groups.setdefault(place, {})
            group[one.id] = min(one, group.get(one.id, one), key=_when)
    return tuple(_versions(place, group.values()) for place, group in sorted(groups.items()) if len(group) > 1)


def _versions(place: str, group: Iterable[Document]) -> Versions:
    ordered = sorted(group, key=_when)
    return Versions(
        address=place,
        documents=tuple(one.id for one in ordered),
        edits=tuple(edit for earlier, later in pairwise(ordered) for edit in edits(earlier, later)),
    )


def _when(one: Document) -> tuple[datetime, datetime, str]:
    return _moment(one.updated_at or one.published_at or one.retrieved_at), _moment(one.retrieved_at), one.id


def _moment(told: date | None) -> datetime:
    """A date as its first moment, a time without a zone as in UTC, nothing as the end of time."""
    if told is None:
        return _LATEST
    if not isinstance(told, datetime):
        return datetime(told.year, told.month, told.day, tzinfo=UTC)
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def edits(earlier: Document, later: Document) -> Iterator[Edit]:
    """What changed from one document to another, block by block, in the order of the text. White space is no change."""
    before, after = _parts(earlier), _parts(later)
    start = 0
    while start < min(len(before), len(after)) and before[start][0] == after[start][0]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end][0] == after[-1 - end][0]:
        end += 1
    before, after = before[start : len(before) - end], after[start : len(after) - end]
    if len(before) * len(after) > _MOST:
        yield from (_edit(earlier, later, one, None) for one in _lacking(before, after))
        yield from (_edit(earlier, later, None, one) for one in _lacking(after, before))
        return
    matcher = SequenceMatcher(None, [one[0] for one in before], [one[0] for one in after], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            for n in range(max(j - i, m - k)):
                old = before[i + n] if n < j - i else None
                new = after[k + n] if n < m - k else None
                yield _edit(earlier, later, old, new)


def _parts(document: Document) -> list[Part]:
    """The blocks with their words, white space folded; blocks without any are left out."""
    found = ((" ".join(document.text[block.start : block.end].split()), block) for block in document.blocks)
    return [one for one in found if one[0]]


def _lacking(these: Sequence[Part], those: Sequence[Part]) -> Iterator[Part]:
    """The blocks of `these` that `those` do not have as often."""
    left = Counter(words for words, _ in those)
    for one in these:
        if left[one[0]] > 0:
            left[one[0]] -= 1
        else:
            yield one


def _edit(earlier: Document, later: Document, old: Part | None, new: Part | None) -> Edit:
    return Edit(earlier=earlier.id, later=later.id, before=_span(earlier, old), after=_span(later, new))


def _span(document: Document, part: Part | None) -> Span | None:
    return document.span(part[1].start, part[1].end) if part else None
