"""Addresses to bytes, when a person asks for it: the only part of sayso that uses the network, and off by default.

A page is asked for once, in the sayso's own name, where the site's robots.txt lets it; hosts are asked one request at a
time, with a pause between two. Addresses that are not public (loopback, private, link-local, a cloud's metadata) are
refused: a name is resolved once, its addresses are checked, and the connection goes to one of the addresses checked.
"""

from __future__ import annotations

from sayso.fetch.addresses import anywhere, is_address, listed, public
from sayso.fetch.fetcher import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher", "anywhere", "is_address", "listed", "public"]
