"""Web pages built for the tests: real layouts rebuilt around invented incidents, people and sites."""

# ruff: noqa: E501
from __future__ import annotations

P1 = (
    "A Harlow County sheriff's deputy shot and wounded a man late Thursday after a traffic stop on Quarry Road turned "
    "into a chase, the sheriff's office said."
)
P2 = (
    "Sheriff Dana Whitlock said in a statement that the driver, identified as Marcus Ellery, 34, “accelerated toward "
    "deputies” before shots were fired."
)
P3 = (
    "Ellery was taken to Saint Brannock Hospital, where he was listed in stable condition on Friday, according to a "
    "hospital spokesperson."
)
P4 = (
    "A neighbor, Ruth Calloway, disputed the account. “He had stopped. His hands were up,” she told the Harlow Courier "
    "in an interview outside her home."
)
P5 = "The state Bureau of Inquiry is investigating. The deputy, who has not been named, was placed on leave."
PARAGRAPHS = (P1, P2, P3, P4, P5)

TWEET = """<blockquote class="twitter-tweet" data-dnt="true"><p lang="en" dir="ltr">BREAKING: Deputy-involved shooting on
Quarry Road. One person injured.<br><br>No deputies were hurt. Avoid the area. <a href="https://t.co/AbCdEf">pic.twitter.com/AbCdEf</a></p>
&mdash; Harlow County Sheriff (@HarlowSheriff) <a href="https://twitter.com/HarlowSheriff/status/1966500000000000001?ref_src=twsrc%5Etfw">September
12, 2025</a></blockquote> <script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>"""

BLUESKY = """<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc123def456/app.bsky.feed.post/3lyexample2k"
data-bluesky-cid="bafyreib"><p lang="en">We are aware of the video from Quarry Road and are reviewing it.<br><br><a
href="https://bsky.app/profile/did:plc:abc123def456/post/3lyexample2k?ref_src=embed">[image or embed]</a></p>&mdash; Mayor
Ines Okafor (<a href="https://bsky.app/profile/did:plc:abc123def456?ref_src=embed">@mayorokafor.bsky.social</a>) <a
href="https://bsky.app/profile/did:plc:abc123def456/post/3lyexample2k?ref_src=embed">September 13, 2025 at 9:05 AM</a></blockquote>"""

FACEBOOK = """<div class="fb-post" data-href="https://www.facebook.com/harlowpd/posts/7788990011" data-width="500"><blockquote
cite="https://www.facebook.com/harlowpd/posts/7788990011" class="fb-xfbml-parse-ignore"><p>Quarry Road is closed between Mill
Street and Route 9 until further notice.</p>Posted by <a href="https://facebook.com/harlowpd">Harlow Police Department</a>
on&nbsp;<a href="https://www.facebook.com/harlowpd/posts/7788990011">Friday, September 12, 2025</a></blockquote></div>"""

INSTAGRAM = """<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.instagram.com/p/C9xYzAbCdEf/?utm_source=ig_embed"
data-instgrm-version="14"><div> <a href="https://www.instagram.com/p/C9xYzAbCdEf/?utm_source=ig_embed" target="_blank"><div>View
this post on Instagram</div></a> <p><a href="https://www.instagram.com/p/C9xYzAbCdEf/">Vigil tonight at 7 on the courthouse
steps. Bring a candle.</a></p><p>A post shared by <a href="https://www.instagram.com/harlowvoices/">Harlow Voices</a>
(@harlowvoices) on <time datetime="2025-09-13T23:05:00+00:00">Sep 13, 2025 at 4:05pm PDT</time></p></div></blockquote>"""

TRUTH = """<blockquote class="truthsocial-embed" cite="https://truthsocial.com/@SenHartwell/posts/115190000000000001"><p>Our
deputies deserve support, not smears!</p><footer>— Sen. Paul Hartwell (@SenHartwell) <a
href="https://truthsocial.com/@SenHartwell/posts/115190000000000001">Sept. 13, 2025</a></footer></blockquote>"""

MASTODON = """<blockquote class="mastodon-embed" data-embed-url="https://mastodon.example/@courtwatch/115191234567890123/embed"><a
href="https://mastodon.example/@courtwatch/115191234567890123" target="_blank"><div>Bodycam footage has been requested under the
records act.</div><div>Post by @courtwatch@mastodon.example</div><div>View on Mastodon</div></a></blockquote>"""

FIGURE_POST = """<figure class="story-embed"><blockquote cite="https://x.com/ReporterLane/status/1966511111111111111"><p>I'm
told by a county source that the deputy was not hurt.</p></blockquote><figcaption>Casey Lane (@ReporterLane) on X, Sept. 12,
2025</figcaption></figure>"""

LD = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":
"Deputy wounds driver after chase on Quarry Road","datePublished":"2025-09-12T14:05:00-05:00","dateModified":
"2025-09-13T08:30:00-05:00","author":[{"@type":"Person","name":"Jordan Pike"},{"@type":"Person","name":"Lena Ortiz"}],
"publisher":{"@type":"NewsMediaOrganization","name":"Harlow Courier","logo":{"@type":"ImageObject","url":"https://courier.example/l.png"}},
"mainEntityOfPage":"https://courier.example/2025/09/12/quarry-road"}</script>"""

NAV = """<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a
href="/sports">Sports</a></li></ul></nav></header>"""
RELATED = """<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Council votes to repave the north end of Mill
Street</a></li><li><a href="/b">Three hurt in crash near the county line on Sunday morning</a></li></ul></aside>"""
COMMENTS = """<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>Somebody ought to fire that deputy,
he has done this before and everyone in town knows about it.</p></div><div class="comment"><p>Wait for the facts before you
judge anyone, folks. We were not there.</p></div></section>"""
FOOTER = """<footer class="site-footer"><p>Copyright 2025 Harlow Courier. All rights reserved.</p><p><a href="/privacy">Privacy
Policy</a> | <a href="/terms">Terms of Use</a></p></footer>"""
COOKIES = """<div id="cookie-banner" class="cookie-consent"><p>We use cookies to improve your experience. By continuing to use
this site you agree to our terms.</p><button>Accept</button></div>"""


def paragraphs(*texts: str) -> str:
    """Each text as an HTML paragraph."""
    return "\n".join(f"<p>{text}</p>" for text in texts)


def page(
    body: str, head: str = LD, title: str = "Deputy wounds driver after chase on Quarry Road | Harlow Courier"
) -> str:
    """A whole page."""
    return f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>\n<body>{body}</body></html>"


COURIER = page(
    f"""{COOKIES}{NAV}<main><article class="story"><header><h1>Deputy wounds driver after chase on Quarry Road</h1>
<p class="dek">Neighbor disputes the sheriff's account of Thursday's shooting in the north of the county</p>
<div class="byline">By <a rel="author" href="/staff/pike">Jordan Pike</a> and <a rel="author" href="/staff/ortiz">Lena Ortiz</a></div>
<time datetime="2025-09-12T14:05:00-05:00">Sept. 12, 2025</time></header>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Email</a></div>
<figure><img src="a.jpg" alt=""><figcaption>Deputies at the scene on Quarry Road on Thursday night. Photo by Sam Teague</figcaption></figure>
<div class="article-body">
<p>{P1}</p>
<p>{P2}</p>
{TWEET}
<p>{P3}</p>
<div class="newsletter-signup"><p>Sign up for our newsletter to get the morning headlines.</p></div>
<blockquote><p>“We will follow the evidence wherever it leads, and we will share what we can as soon as we can do so without
harming the investigation.”</p></blockquote>
<p>{P4}</p>
{RELATED}
{FIGURE_POST}
<p>{P5}</p>
<p class="correction"><strong>Correction:</strong> An earlier version of this story misstated the age of Marcus Ellery.</p>
</div></article></main>{COMMENTS}{FOOTER}
<script>document.write("<p>Injected by a script</p>")</script><a href="javascript:alert(1)">Print</a>"""
)
