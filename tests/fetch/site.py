"""A small web site on this machine, in a thread: pages by path, each with a status, headers and a body."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = tuple[int, dict[str, str], bytes]
ARTICLE = (
    b"<html><head><title>Gate shut</title><meta property='og:site_name' content='Ellery Herald'></head><body><article>"
    b"<h1>Gate shut at the harbor</h1><p>The gate was shut at six on Friday, Orla Tremayne said, after a barge struck"
    b" the pier and the crossing was closed.</p><p>It will open again on Monday.</p></article></body></html>"
)


@dataclass
class Site:
    """Where it is, what it holds, and what it was asked for: path and headers."""

    origin: str
    pages: dict[str, Page]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def html(body: bytes = ARTICLE, headers: dict[str, str] | None = None) -> Page:
    return 200, {"Content-Type": "text/html; charset=utf-8", **(headers or {})}, body


def moved(to: str, status: int = 302) -> Page:
    return status, {"Location": to}, b""


@contextmanager
def served(pages: dict[str, Page]) -> Iterator[Site]:
    site = Site("", pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            status, headers, body = site.pages.get(self.path, (404, {}, b"no such page"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    site.origin = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
