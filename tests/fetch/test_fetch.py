"""Fetching: what is asked for and how, what is written down, and what is refused. The only host is this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sayso.errors import FetchError
from sayso.fetch import Fetcher, anywhere, public
from sayso.settings import FetchLimits
from tests.fetch.site import ARTICLE, Site, html, moved, served

NOW = datetime(2025, 9, 14, 10, tzinfo=UTC)
QUICK = FetchLimits(user_agent="sayso-test/1 (desk@ellery.example)", delay_seconds=2, max_seconds=5, max_bytes=100_000)


class Watch:
    """A clock that only pauses move."""

    def __init__(self) -> None:
        self.at = 100.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.at += seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def site() -> Iterator[Site]:
    with served({"/a": html(), "/robots.txt": (404, {}, b"")}) as running:
        yield running


@pytest.fixture
def fetcher(watch: Watch) -> Fetcher:
    return Fetcher(QUICK, allowed=anywhere, now=lambda: NOW, clock=watch, sleep=watch.sleep)


def refused(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    return str(caught.value)


def test_a_page_comes_with_where_from_when_and_as_what(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = html(ARTICLE, {"Last-Modified": "Sat, 13 Sep 2025 08:00:00 GMT", "Set-Cookie": "who=you"})
    got = fetcher.fetch(f"{site.origin}/a#part")
    assert (got.body, got.status, got.url, got.redirects) == (ARTICLE, 200, f"{site.origin}/a", ())
    assert (got.media_type, got.charset, got.retrieved_at) == ("text/html", "utf-8", NOW)
    assert got.headers["last-modified"].startswith("Sat, 13 Sep")
    assert "set-cookie" not in got.headers


def test_it_says_who_it_is(site: Site, fetcher: Fetcher) -> None:
    fetcher.fetch(f"{site.origin}/a")
    assert {headers["User-Agent"] for _, headers in site.asked} == {"sayso-test/1 (desk@ellery.example)"}


def test_robots_are_asked_first_and_once(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n")
    site.pages["/private/open"] = html()
    fetcher.fetch(f"{site.origin}/a")
    fetcher.fetch(f"{site.origin}/private/open")
    assert "robots.txt" in refused(fetcher, f"{site.origin}/private/b")
    assert site.paths == ["/robots.txt", "/a", "/private/open"]


def test_robots_that_cannot_be_had_allow_nothing(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    assert "robots.txt cannot be had" in refused(fetcher, f"{site.origin}/a")
    assert site.paths == ["/robots.txt"]


def test_a_host_is_given_a_pause(site: Site, fetcher: Fetcher, watch: Watch) -> None:
    for _ in range(2):
        fetcher.fetch(f"{site.origin}/a")
    assert watch.pauses == [2, 2]
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 9\n")
    slow = Fetcher(QUICK, allowed=anywhere, clock=watch, sleep=watch.sleep)
    slow.fetch(f"{site.origin}/a")
    assert watch.pauses[-1] == 9


def test_redirects_are_followed_and_written_down(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/one": moved("/two", 301), "/two": moved("a")}
    got = fetcher.fetch(f"{site.origin}/one")
    assert got.asked == f"{site.origin}/one"
    assert got.redirects == (f"{site.origin}/one", f"{site.origin}/two")
    assert got.url == f"{site.origin}/a"


def test_redirects_without_end_are_left(site: Site, fetcher: Fetcher) -> None:
    site.pages["/round"] = moved("/round")
    assert "without end" in refused(fetcher, f"{site.origin}/round")


@pytest.mark.parametrize(
    ("status", "told"),
    [(404, "no such page"), (403, "save the page from your browser"), (410, "web archive"), (500, "try again later"),
     (429, "try again in 30 seconds"), (204, "gives no page")],
)  # fmt: skip
def test_a_refusal_names_the_way_out(site: Site, fetcher: Fetcher, status: int, told: str) -> None:
    site.pages["/no"] = (status, {"Retry-After": "30"}, b"")
    assert told in refused(fetcher, f"{site.origin}/no")


@pytest.mark.parametrize(
    ("place", "told"),
    [("/v2/collectConsent?session=1", "asks for consent"), ("/login?next=/one", "sign in"), ("/offers/", "subscribe")],
)
def test_a_detour_is_not_taken_for_the_page(site: Site, fetcher: Fetcher, place: str, told: str) -> None:
    site.pages |= {"/one": moved(place), place: html()}
    assert told in refused(fetcher, f"{site.origin}/one")
    assert fetcher.fetch(f"{site.origin}{place}").body == ARTICLE, "asked for by name it is what was asked for"


@pytest.mark.parametrize("pack", ["gzip", "deflate"])
def test_packed_answers_are_unpacked(site: Site, fetcher: Fetcher, pack: str) -> None:
    body = gzip.compress(ARTICLE) if pack == "gzip" else zlib.compress(ARTICLE)
    site.pages["/p"] = html(body, {"Content-Encoding": pack})
    assert fetcher.fetch(f"{site.origin}/p").body == ARTICLE


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_over_the_limit_is_not_taken(site: Site, fetcher: Fetcher, packed: bool) -> None:
    body = b"<p>" + b"a" * 2_000_000
    site.pages["/big"] = html(gzip.compress(body), {"Content-Encoding": "gzip"}) if packed else html(body)
    assert "over the limit of 100,000 bytes" in refused(fetcher, f"{site.origin}/big")


def test_a_packing_that_was_not_asked_for_is_refused(site: Site, fetcher: Fetcher) -> None:
    site.pages["/x"] = html(ARTICLE, {"Content-Encoding": "gzip, gzip"})
    assert "not asked for" in refused(fetcher, f"{site.origin}/x")


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://2130706433:9/", "http://0x7f.1:9/",
     "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://0.0.0.0:9/", "http://[::ffff:10.0.0.1]/"],
)  # fmt: skip
def test_what_is_not_public_is_refused(url: str) -> None:
    told = refused(Fetcher(QUICK), url)
    assert "not on the public network" in told
    assert "--allow-private" in told


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:192.168.0.1", "2002:7f00:1::",
     "64:ff9b::a00:1", "fd00:ec2::254"],
)  # fmt: skip
def test_numbers_that_are_not_public(number: str) -> None:
    assert not public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_numbers_that_are(number: str) -> None:
    assert public(number)


def test_the_number_that_was_checked_is_the_one_asked(site: Site, watch: Watch) -> None:
    resolved: list[str] = []
    checked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        resolved.append(host)
        return ["127.0.0.1"]

    def allowed(number: str) -> bool:
        checked.append(number)
        return True

    port = site.origin.rpartition(":")[2]
    fetcher = Fetcher(QUICK, allowed=allowed, resolver=resolver, clock=watch, sleep=watch.sleep)
    assert fetcher.fetch(f"http://door.example:{port}/a").body == ARTICLE
    assert len(resolved) == len(checked) == len(site.asked) == 2, "once for each request: no second look-up to mislead"
    assert {headers["Host"] for _, headers in site.asked} == {f"door.example:{port}"}


def test_one_number_that_is_not_public_spoils_a_name() -> None:
    told = refused(Fetcher(QUICK, resolver=lambda host, port: ["93.184.215.14", "10.0.0.1"]), "http://both.example/")
    assert "10.0.0.1" in told


def test_a_redirect_is_checked_as_the_first_address_is(site: Site, watch: Watch) -> None:
    site.pages["/in"] = moved("http://169.254.169.254/latest/")
    fetcher = Fetcher(QUICK, allowed=lambda number: number == "127.0.0.1", clock=watch, sleep=watch.sleep)
    assert "leads to 169.254.169.254" in refused(fetcher, f"{site.origin}/in")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://ellery.example/a", "http://", "http://who:word@ellery.example/", "javascript:1"],
)
def test_only_the_web_is_fetched(fetcher: Fetcher, url: str) -> None:
    assert "web" in refused(fetcher, url) or "password" in refused(fetcher, url)


def test_a_redirect_out_of_the_web_is_refused(site: Site, fetcher: Fetcher) -> None:
    site.pages["/out"] = moved("file:///etc/passwd")
    assert "http and https alone" in refused(fetcher, f"{site.origin}/out")


def test_a_server_that_drips_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        done = threading.Event()

        def drip() -> None:
            line, _ = server.accept()
            with line:
                line.recv(1000)
                line.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
                while not done.wait(0.05):
                    try:
                        line.sendall(b"a")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        limits = FetchLimits(max_seconds=0.5, delay_seconds=0)
        told = refused(Fetcher(limits, allowed=anywhere), f"http://127.0.0.1:{server.getsockname()[1]}/a")
        done.set()
    assert "more than 0.5 seconds" in told


def test_nobody_there_is_named(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "cannot be reached" in refused(fetcher, f"http://127.0.0.1:{port}/")
