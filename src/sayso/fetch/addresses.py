"""What may be fetched: web addresses, the files that list them, and which numbers of the network are public."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from urllib3.exceptions import LocationParseError
from urllib3.util.url import parse_url

from sayso.errors import FetchError

Resolve = Callable[[str, int], list[str]]
Allowed = Callable[[str], bool]
_PORTS = {"http": 80, "https": 443}
_LIST = 4 * 1024 * 1024  # bytes; a longer file is no list of addresses
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A web address in its parts: `target` is path and query as they are sent, `origin` scheme, host and port."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """The address up to its path."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    def __str__(self) -> str:
        return self.origin + self.target


def is_address(text: str) -> bool:
    """Whether a word of the command line is a web address and no file."""
    return text.lower().startswith(("http://", "https://"))


def listed(file: Path) -> list[str]:
    """The addresses that a text file lists, one a line, `#` before remarks; nothing where it holds anything else."""
    try:
        if not file.is_file() or file.stat().st_size > _LIST:
            return []
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return []
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines if all(is_address(line) and len(line.split()) == 1 for line in lines) else []


def parse(text: str) -> Address:
    """The address in `text`, normalised, without its fragment. Raises FetchError for what cannot be fetched."""
    try:
        url = parse_url(text.strip())
    except LocationParseError:
        raise FetchError(f"{text}: is no web address") from None
    if url.scheme not in _PORTS or not url.host:
        raise FetchError(f"{text}: is no web address; sayso fetches http and https alone")
    if url.auth:
        raise FetchError(
            f"{text}: holds a password, which would be kept with the page; save the page from your browser"
        )
    target = (url.path or "/") + (f"?{url.query}" if url.query is not None else "")
    host = url.host.strip("[]")
    return Address(scheme=url.scheme, host=host, port=url.port or _PORTS[url.scheme], target=target)


def resolve(host: str, port: int) -> list[str]:
    """The network's numbers for a host, as the system knows them. Raises FetchError where there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"{host}: no such host, or no network; check the address and your connection") from None
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def checked(address: Address, resolver: Resolve, allowed: Allowed) -> list[str]:
    """The numbers to connect to. Raises FetchError where one of them is not allowed."""
    numbers = resolver(address.host, address.port)
    for number in numbers:
        if not allowed(number):
            raise FetchError(
                f"{address.origin}: leads to {number}, which is not on the public network; "
                "--allow-private fetches it all the same"
            )
    return numbers


def anywhere(_number: str) -> bool:
    """Any number at all, on this machine and in private networks too."""
    return True


def public(number: str) -> bool:
    """Whether a number of the network is one that the whole world means the same by, also inside another's clothes."""
    try:
        ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inner: list[ipaddress.IPv4Address | ipaddress.IPv6Address | None] = []
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    held = [one for one in inner if one is not None]
    return all(one.is_global and not one.is_multicast for one in (held or [ip]))
