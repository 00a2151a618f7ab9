# ruff: noqa: E501
from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest import Failure, ingest_all
from sayso.model import BlockKind, Document

from .pages import P1, P2, P3, TWEET
from .test_properties import hold

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harlow Courier: latest</title><link>https://courier.example/</link>
<item><title>Deputy wounds driver</title><link>https://courier.example/1</link><pubDate>Fri, 12 Sep 2025 14:05:00 GMT</pubDate>
<dc:creator>Jordan Pike and Lena Ortiz</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{P1}</p>{TWEET}<p>No arrests.</p><script>bad()</script>]]></content:encoded></item>
<item><title>Bridge &amp;amp; road closed</title><source url="https://wire.example/rss">Tri-County Wire</source><guid>https://courier.example/2</guid>
<pubDate>Fri, 12 Sep 2025 15:05:00 GMT</pubDate><description>&lt;p&gt;{P2}&lt;/p&gt;</description></item>
<item><title>Only a link</title><link>https://courier.example/3</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><link rel="alternate" href="https://courier.example/4"/><updated>2025-09-13T08:00:00Z</updated>
<published>2025-09-12T14:05:00Z</published><author><name>Jordan Pike</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{P1}</p><p>{P3}</p></div></content></entry></feed>"""


def test_rss() -> None:
    first, second, third = ingest_all(RSS.encode(), name="feed.xml")
    assert isinstance(first, Document)
    assert (first.title, first.publisher, first.url) == (
        "Deputy wounds driver",
        "Harlow Courier: latest",
        "https://courier.example/1",
    )
    assert first.authors == ("Jordan Pike", "Lena Ortiz")
    assert first.published_at == datetime(2025, 9, 12, 14, 5, tzinfo=UTC)
    kinds = [block.kind for block in first.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.POST, BlockKind.PARAGRAPH]
    assert "bad()" not in first.text
    assert isinstance(second, Document)
    assert (second.publisher, second.title, second.text) == ("Tri-County Wire", "Bridge & road closed", P2)
    assert dict(second.provenance)["publisher"] == "feed entry's source"
    assert isinstance(third, Failure)
    assert "only a link: https://courier.example/3" in third.reason


def test_atom() -> None:
    (document,) = ingest_all(ATOM.encode(), name="feed.atom")
    assert isinstance(document, Document)
    assert (document.title, document.text) == ("A bold title", f"{P1}\n\n{P3}")
    assert document.updated_at == datetime(2025, 9, 13, 8, tzinfo=UTC)


def test_hostile_entities_are_not_resolved() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(9))
    for bomb in (laughs, '<!ENTITY l8 SYSTEM "file:///etc/passwd">'):
        data = f'<?xml version="1.0"?><!DOCTYPE rss [{bomb}]><rss><channel><item><title>&l8;</title><description>x &l8; y</description></item></channel></rss>'
        for item in ingest_all(data.encode(), name="feed.xml"):
            assert isinstance(item, Failure) or (len(item.text) < 1000 and "root:" not in item.text)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(RSS)), st.integers(0, len(RSS) - 1), st.integers(0, 255))
def test_cut_off_and_flipped_feeds(end: int, at: int, value: int) -> None:
    damaged = bytearray(RSS.encode())
    damaged[at] = value
    for data in (RSS.encode()[:end], bytes(damaged)):
        for item in ingest_all(data, name="feed.rss"):
            if isinstance(item, Document):
                hold(item)


def test_lone_surrogates_cost_no_entry() -> None:
    for half in (b"\xed\xa0\x80", b"&#xD800;", b"&#55296;"):
        items = list(ingest_all(RSS.encode().replace(b"Jordan", b"Jor" + half + b"dan"), name="feed.xml"))
        assert [isinstance(one, Document) for one in items] == [True, True, False]
