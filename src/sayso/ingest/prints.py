"""Pages printed to PDF from a browser: head and foot say when that was, from which address, and whose page it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sayso.ingest.dates import date_in_url
from sayso.ingest.layout import Placed
from sayso.ingest.raw import Metadata

_STAMP = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),?\s+(\d{1,2}):(\d{2})(?::\d{2})?\s?([AP]M)\b\s*(?P<title>.*)$")
_ADDRESS = re.compile(r"^(?P<url>(?:https?|file)://\S+?)(?:\s+\d{1,4}\s*(?:/|of)\s*\d{1,4})?$")
_SITE = re.compile(r"^(?P<title>.{8,}?)\s+[|–—·-]\s+(?P<site>[^|–—·]{2,50})$")
_EDGE = 0.08  # of a page's height


def unprinted(pages: Sequence[list[Placed]], heights: Sequence[float]) -> tuple[list[list[Placed]], Metadata]:
    """The pages without what a browser prints around them, and what that says; as they are where no browser did."""
    about = Metadata()
    kept: list[list[Placed]] = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        edge = [line for line in page if line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height]
        stamps = [(line, match) for line in edge if (match := _STAMP.match(line.text))]
        addresses = [(line, match) for line in edge if (match := _ADDRESS.match(line.text))]
        if not stamps or not addresses:
            if not number:
                return list(pages), about
            kept.append(page)
            continue
        (stamp, when), (address, where) = stamps[0], addresses[0]
        heads = [line for line in edge if min(abs(line.top - stamp.top), abs(line.top - address.top)) < 0.5 * line.size]
        if not number:
            beside = [line.text for line in heads if line is not stamp and line is not address]
            about = _told(when, where["url"], when["title"] or max(beside, key=len, default=""))
        kept.append([line for line in page if line not in heads])
    return kept, about


def _told(when: re.Match[str], url: str, title: str) -> Metadata:
    made = Metadata()
    month, day, year, hour, minute = (int(when[part]) for part in range(1, 6))
    try:
        moment = datetime(year % 100 + 2000, month, day, hour % 12 + (12 if when[6] == "PM" else 0), minute)
        made = made.with_value("retrieved_at", moment, "running head")
    except ValueError:
        pass
    if url.startswith("http"):
        made = made.with_value("url", url, "running head").with_value("published_at", date_in_url(url), "address")
    if named := _SITE.match(title):
        return made.with_value("title", named["title"], "running head").with_value(
            "publisher", named["site"], "running head"
        )
    return made.with_value("title", title if len(title.split()) > 2 else None, "running head")
