"""Addresses on the command line: fetched where that is asked for, kept among the originals, and named where not."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

if TYPE_CHECKING:
    from sayso.fetch import Fetched, Fetcher
    from sayso.ingest import Failure
    from sayso.ingest.sources import Source
    from sayso.ingest.walk import Found

Fetch = Annotated[
    bool,
    typer.Option(
        "--fetch",
        help="Fetch web addresses, and those that a given text file lists one a line. Heeds robots.txt, pauses between "
        "two requests to a site, and keeps what came among the originals.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="With --fetch: also from this machine and from networks that are not public."),
]
UserAgent = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="With --fetch: what to call yourself to sites, best with a way to reach you."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """That addresses are fetched, by whom, and the folder of originals that keeps what came."""

    fetcher: Fetcher
    originals: Path


def fetching(originals: Path, *, allow_private: bool, user_agent: str | None) -> Fetching:
    """Readiness to fetch, as the options say."""
    from dataclasses import replace

    from sayso.fetch import Fetcher, anywhere, public
    from sayso.settings import FETCH_LIMITS

    limits = replace(FETCH_LIMITS, user_agent=user_agent) if user_agent else FETCH_LIMITS
    return Fetching(fetcher=Fetcher(limits, allowed=anywhere if allow_private else public), originals=originals)


def sources(given: Iterable[str], fetch: Fetching | None, leave_out: Path | None = None) -> list[str | Found]:
    """What the arguments name, in their order: files, what was passed over, and addresses, which are strings.

    Addresses are not fetched here; without `fetch` they are failures. Raises nothing.
    """
    from sayso.fetch.addresses import is_address, listed
    from sayso.ingest.raw import Failure
    from sayso.ingest.walk import walk

    out: list[str | Found] = []
    seen: set[str] = set()
    paths: list[Path] = []

    def files() -> None:
        out.extend(walk(paths, leave_out=leave_out))
        paths.clear()

    for one in given:
        addresses = [one] if is_address(one) else listed(Path(one))
        if not addresses:
            paths.append(Path(one))
            continue
        files()
        if fetch is None:
            what = one if is_address(one) else f"{one}: a list of addresses"
            reason = f"{what}: sayso fetches nothing unless told to (ingest and report have --fetch); "
            reason += "or save the page from your browser and give the file"
            out.append(Failure(name=one, code="fetch", reason=reason))
            continue
        out += [address for address in dict.fromkeys(addresses) if address not in seen]
        seen.update(addresses)
    files()
    return out


def found(given: Iterable[str | Found], fetch: Fetching | None) -> Iterator[Found]:
    """What was named, each address fetched when it is asked for. Raises StoreError where nothing can be kept."""
    for one in given:
        if isinstance(one, str):
            if fetch is not None:
                yield _fetched(one, fetch)
        else:
            yield one


def _fetched(address: str, fetch: Fetching) -> Source | Failure:
    from sayso.errors import FetchError
    from sayso.ingest.raw import Failure
    from sayso.ingest.sources import kept
    from sayso.store import keep

    try:
        got = fetch.fetcher.fetch(address)
    except FetchError as error:
        return Failure(name=address, code=error.code, reason=str(error))
    arrival = keep(
        fetch.originals,
        got.body,
        at=got.retrieved_at,
        name=_name(got),
        media_type=got.media_type,
        url=got.url,
        retrieved_at=got.retrieved_at,
        fetched={
            "asked": got.asked, "redirects": list(got.redirects), "status": got.status, "headers": dict(got.headers),
        },
    )  # fmt: skip
    return kept(fetch.originals, arrival)


def _name(got: Fetched) -> str:
    """What to call the file: the end of the address, with the ending that goes with its kind."""
    parts = urlsplit(got.url)
    last = PurePosixPath(parts.path).name or parts.netloc
    ending = mimetypes.guess_extension(got.media_type or "") or ""
    return last if not ending or PurePosixPath(last).suffix.lower() in (ending, ".htm") else last + ending
