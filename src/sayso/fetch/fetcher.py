"""Fetching with manners: robots.txt, a pause between two requests to a host, redirects followed and written down."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin

from protego import Protego

from sayso.errors import FetchError
from sayso.fetch.addresses import Address, Allowed, Resolve, checked, parse, public, resolve
from sayso.fetch.exchange import Answer, ask
from sayso.settings import FETCH_LIMITS, FetchLimits

_MOVED = (301, 302, 303, 307, 308)
_KEPT = (
    "content-type", "content-encoding", "content-language", "content-length", "date", "last-modified", "etag",
    "memento-datetime",
)  # fmt: skip
_ROBOTS = 512 * 1024  # bytes of a robots.txt that are read
_LONGEST_PAUSE = 60.0  # seconds; a site that asks for a longer pause is asked once
_BROWSER = "save the page from your browser and give the file"
_REFUSALS = {
    401: f"asks for a name and a password (401); {_BROWSER}",
    402: f"asks to be paid (402); {_BROWSER}",
    403: f"refuses to give it to a program (403); {_BROWSER}",
    404: "has no such page (404); check the address, or look for it in a web archive",
    410: "has taken the page away (410); look for it in a web archive",
    429: "has been asked too often (429); try again later, or " + _BROWSER,
    451: f"may not give it for legal reasons (451); {_BROWSER}",
}


_DETOURS = (
    (re.compile(r"//consent\.|[/.](?:collect-?)?consent(?:[/.?]|$)", re.IGNORECASE), "a banner that asks for consent"),
    (re.compile(r"/(?:log-?in|sign-?in|sso|oauth2?|auth)(?:[/.?]|$)", re.IGNORECASE), "a page to sign in on"),
    (re.compile(r"/(?:subscribe|subscriptions?|paywall|offers?)(?:[/.?]|$)", re.IGNORECASE), "an offer to subscribe"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: `url` is where the bytes came from in the end, `redirects` each stop before, in order.

    `body` is unpacked; `headers` are those that say something about it, by their small names. `retrieved_at` is UTC.
    """

    asked: str
    url: str
    status: int
    headers: dict[str, str]
    redirects: tuple[str, ...]
    retrieved_at: datetime
    body: bytes = field(repr=False)

    @property
    def media_type(self) -> str | None:
        """What the server calls it, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'") or None
        return None


class Fetcher:
    """Fetches one address at a time and remembers, for as long as it lives, whom it asked when and what robots may.

    `allowed` says which numbers of the network may be asked: the public ones, or `sayso.fetch.anywhere`. `now` tells
    the time written down; `clock` and `sleep` measure and keep the pauses; `resolver` looks names up.
    """

    def __init__(
        self,
        limits: FetchLimits = FETCH_LIMITS,
        *,
        allowed: Allowed = public,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolver: Resolve = resolve,
    ) -> None:
        self._limits = limits
        self._allowed = allowed
        self._now = now
        self._clock = clock
        self._sleep = sleep
        self._resolver = resolver
        self._robots: dict[str, Protego | str] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """What stands at an address. Raises FetchError where it cannot or may not be had, with the way out."""
        address = parse(url)
        stops: list[str] = []
        while True:
            self._may(address)
            answer = self._ask(address)
            location = answer.headers.get("location")
            if answer.status not in _MOVED or not location:
                break
            stops.append(str(address))
            if len(stops) > self._limits.max_redirects:
                raise FetchError(f"{url}: leads from one address to the next without end; {_BROWSER}")
            address = parse(urljoin(str(address), location))
        if not 200 <= answer.status < 300 or answer.status in (204, 205):
            raise FetchError(f"{address}: the site {_refusal(answer)}")
        for pattern, what in _DETOURS if stops else ():
            if pattern.search(str(address)) and not pattern.search(url):
                raise FetchError(f"{url}: the site leads to {what} instead ({address.origin}); {_BROWSER}")
        if not answer.body.strip():
            raise FetchError(f"{address}: the site answers with an empty page; {_BROWSER}")
        return Fetched(
            asked=url,
            url=str(address),
            status=answer.status,
            headers={name: answer.headers[name] for name in _KEPT if name in answer.headers},
            redirects=tuple(stops),
            retrieved_at=self._now(),
            body=answer.body,
        )

    def _ask(self, address: Address) -> Answer:
        """Ask, after the pause that the host is owed."""
        numbers = checked(address, self._resolver, self._allowed)
        before = self._asked.get(address.host)
        if before is not None:
            wait = before + self._pause(address) - self._clock()
            if wait > 0:
                self._sleep(wait)
        try:
            return ask(address, numbers, self._limits)
        finally:
            self._asked[address.host] = self._clock()

    def _pause(self, address: Address) -> float:
        """The seconds between two requests to a host: ours, or what its robots.txt asks for where that is more."""
        rules = self._robots.get(address.origin)
        asked = rules.crawl_delay(self._limits.user_agent) if isinstance(rules, Protego) else None
        return max(self._limits.delay_seconds, min(float(asked or 0), _LONGEST_PAUSE))

    def _may(self, address: Address) -> None:
        """Raises FetchError where the site's robots.txt does not allow the address, or cannot be had."""
        rules = self._robots.get(address.origin)
        if rules is None:
            rules = self._robots[address.origin] = self._rules(address)
        if isinstance(rules, str):
            raise FetchError(rules)
        if not rules.can_fetch(str(address), self._limits.user_agent):
            raise FetchError(f"{address}: the site's robots.txt asks programs to leave it alone; {_BROWSER}")

    def _rules(self, address: Address) -> Protego | str:
        """The host's robots.txt (RFC 9309): none there allows all, one that cannot be had allows nothing."""
        place = Address(scheme=address.scheme, host=address.host, port=address.port, target="/robots.txt")
        answer = self._ask(place)
        for _ in range(5):
            location = answer.headers.get("location")
            if answer.status not in _MOVED or not location:
                break
            place = parse(urljoin(str(place), location))
            answer = self._ask(place)
        if answer.status >= 500 or answer.status == 429:
            return f"{address.origin}: its robots.txt cannot be had ({answer.status}); try again later, or {_BROWSER}"
        text = answer.body[:_ROBOTS].decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text)


def _refusal(answer: Answer) -> str:
    if answer.status == 429 and (after := answer.headers.get("retry-after", "")).isdigit():
        return f"has been asked too often (429); try again in {int(after):,} seconds"
    if answer.status >= 500:
        return f"has trouble ({answer.status}); try again later, or {_BROWSER}"
    return _REFUSALS.get(answer.status, f"gives no page ({answer.status}); {_BROWSER}")
