# ruff: noqa: E501
"""Layouts of news sites rebuilt from memory of their kind, to be filled with the invented stories of `stories`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from html import escape

from .stories import Story

LINKS = ("Home", "News", "Weather", "Sports", "Obituaries", "Opinion", "Classifieds", "E-Edition", "Contact us")
TEASERS = (
    "Council approves new budget after late-night debate over library hours",
    "Five things to know about Saturday's harvest parade downtown",
    "High school roundup: Wildcats edge Hornets in double overtime",
    "Man charged with stealing three tractors from county fairgrounds",
    "What the new water rates mean for your bill this winter",
)
CONSENT = "We and our partners use cookies to store and access personal data such as browsing data. By clicking Accept you agree to our terms."
SIGN_UP = "Get the day's top stories in your inbox every morning. Sign up for our free newsletter."


def nav() -> str:
    return (
        "<nav class='main-nav'><ul>"
        + "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in LINKS)
        + "</ul></nav>"
    )


def teasers(css: str = "related") -> str:
    return (
        f"<div class='{css}'><h4>Related stories</h4><ul>"
        + "".join(f"<li><a href='/{n}'>{text}</a></li>" for n, text in enumerate(TEASERS))
        + "</ul></div>"
    )


def cards() -> str:
    return "".join(
        f"<div class='card'><a href='/{n}'><h3>{text}</h3><p class='summary'>Officials spoke on Monday. Read on for what comes next in this matter.</p></a></div>"
        for n, text in enumerate(TEASERS)
    )


def footer(story: Story) -> str:
    return (
        f"<footer><p>© 2025 {escape(story.publisher)}. All rights reserved.</p><ul>"
        + "".join(
            f"<li><a href='#'>{x}</a></li>"
            for x in ("Terms of Use", "Privacy Policy", "Do Not Sell My Personal Information", "EEO Report")
        )
        + "</ul></footer>"
    )


def comments() -> str:
    return "<div id='comments' class='comments-area'><h3>3 Comments</h3><ol class='comment-list'><li class='comment'><p>I knew this was going to happen sooner or later, the way they run things over there.</p></li><li class='comment'><p>Thoughts and prayers to everyone who was involved in this terrible event.</p></li></ol></div>"


def tweet(story: Story) -> str:
    author, handle, day, text = story.post
    return f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{escape(text)}</p>&mdash; {escape(author)} ({handle}) <a href="https://twitter.com/{handle[1:]}/status/1790000000000000001?ref_src=twsrc%5Etfw">{day}</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>'


def bluesky(story: Story) -> str:
    author, handle, day, text = story.post
    return f'<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:zzz/app.bsky.feed.post/3kabc"><p lang="en">{escape(text)}</p>&mdash; {escape(author)} (<a href="https://bsky.app/profile/did:plc:zzz">{handle}</a>) <a href="https://bsky.app/profile/did:plc:zzz/post/3kabc">{day} at 6:02 PM</a></blockquote>'


def cited(story: Story) -> str:
    author, handle, day, text = story.post
    return f'<figure class="media-embed"><blockquote cite="https://x.com/{handle[1:]}/status/1790000000000000001"><p>{escape(text)}</p></blockquote><figcaption>{escape(author)} ({handle}) on X, {day}</figcaption></figure>'


def ld(story: Story, **more: object) -> str:
    value = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "datePublished": story.published,
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "publisher": {"@type": "Organization", "name": story.publisher}, **more,
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def og(story: Story, suffix: str = "") -> str:
    return f'<meta property="og:title" content="{escape(story.title)}{suffix}"><meta property="og:site_name" content="{escape(story.publisher)}"><meta property="og:type" content="article"><meta property="og:description" content="{escape(story.deck)}">'


def wrap(story: Story, head: str, body: str, title: str | None = None) -> str:
    return f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{escape(title if title is not None else f'{story.title} | {story.publisher}')}</title>{head}<style>p{{margin:0}}</style><script>window.dataLayer=[];</script></head><body>{body}<script>track('view');</script></body></html>"


def body(story: Story, tag: str = "<p>{}</p>", *between: str) -> str:
    """The paragraphs with something between every two of them."""
    parts = [tag.format(escape(text, quote=False)) for text in story.paragraphs]
    for place, extra in zip(range(2, 2 * len(between) + 2, 2), between, strict=True):
        parts.insert(place + place // 2 - 1, extra)
    return "\n".join(parts)


def spoken(story: Story) -> str:
    return datetime.fromisoformat(story.published).strftime("%B %d, %Y %I:%M %p").replace(" 0", " ")


def wordpress(story: Story) -> str:
    figure = f"<figure class='wp-block-image size-large'><img src='a.jpg'/><figcaption class='wp-element-caption'>{story.caption}</figcaption></figure>"
    quote = f"<blockquote class='wp-block-quote'><p>{story.quote}</p></blockquote>"
    embed = f"<figure class='wp-block-embed is-type-rich is-provider-twitter wp-block-embed-twitter'><div class='wp-block-embed__wrapper'>{tweet(story)}</div></figure>"
    share = "<div class='sharedaddy sd-sharing-enabled'><h3 class='sd-title'>Share this:</h3><ul><li>Facebook</li><li>X</li></ul></div>"
    inner = body(story, "<p>{}</p>", embed, quote)
    return wrap(
        story,
        og(story) + ld(story),
        f"<div id='page'><header class='site-header'>{nav()}</header><main id='main'><article id='post-42' class='post type-post'><header class='entry-header'><h1 class='entry-title'>{story.title}</h1><div class='entry-meta'>By {' and '.join(story.authors)} · {spoken(story)}</div></header><div class='entry-content'>{figure}{inner}<p><em>{story.note}</em></p>{share}</div><footer class='entry-footer'>Tags: <a href='#'>local</a></footer></article>{comments()}</main><aside id='secondary' class='widget-area'>{teasers('widget')}</aside>{footer(story)}</div>",
    )


def television(story: Story) -> str:
    inner = body(
        story,
        "<p>{}</p>",
        f"<div class='embed-social'>{tweet(story)}</div>",
        "<p><strong><a href='/x'>RELATED: What the new water rates mean for your bill this winter</a></strong></p>",
        "<div class='ad-container'>Advertisement</div>",
    )
    return wrap(
        story,
        og(story) + f"<meta property='article:published_time' content='{story.published}'>",
        f"{nav()}<div class='page-content'><div class='article-header'><h1 class='headline'>{story.title}</h1><div class='byline-container'><span class='byline'>By {', '.join(story.authors)}</span> <span class='published'>Published: {spoken(story)}</span></div></div><div class='article-body'><div class='lead-media'><img/><div class='caption'>{story.caption}</div></div>{inner}<p>Copyright 2025 {story.publisher}. All rights reserved.</p></div><div class='newsletter-signup'><p>{SIGN_UP}</p></div>{teasers('most-read')}</div>{footer(story)}",
        title=f"{story.title} - {story.publisher}",
    )


def chain(story: Story) -> str:
    inner = body(
        story,
        "<p class='gnt_ar_b_p'>{}</p>",
        f"<aside class='gnt_em gnt_em_tw'>{tweet(story)}</aside>",
        "<a class='gnt_ar_b_a_more' href='#'>More:Council approves new budget after late-night debate over library hours</a>",
    )
    return wrap(
        story,
        ld(story) + og(story),
        f"<div class='gnt_cw'>{nav()}<main class='gnt_cw_w'><article class='gnt_pr'><h1 class='gnt_ar_hl'>{story.title}</h1><div class='gnt_ar_by'>{' '.join(story.authors)}<div class='gnt_ar_by_pub'>{story.publisher}</div></div><div class='gnt_ar_b'><figure class='gnt_em_img'><img><div class='gnt_em_img_ccw caption'>{story.caption}</div></figure>{inner}</div></article><div class='gnt_m_tl'>{cards()}</div></main></div>{footer(story)}",
    )


def wire(story: Story) -> str:
    inner = body(
        story,
        "<p>{}</p>",
        "<div class='Advertisement'>Ad</div>",
        f"<div class='HTMLModuleEnhancement'>{tweet(story)}</div>",
        f"<blockquote><p>{story.quote}</p></blockquote>",
    )
    return wrap(
        story,
        ld(story, dateModified=story.published) + og(story),
        f"<header class='Page-header'>{nav()}</header><div class='Page-content'><main class='Page-main'><div class='StoryPage-lead'><figure class='Figure'><img><figcaption class='Figure-caption'>{story.caption}</figcaption></figure></div><h1 class='Page-headline'>{story.title}</h1><div class='Page-byline'>By <span>{story.authors[0].upper()}</span></div><bsp-timestamp data-timestamp='1'>Updated 3 hours ago</bsp-timestamp><div class='RichTextStoryBody RichTextBody'>{inner}</div><div class='Page-below'><h2>Most read</h2>{cards()}</div></main></div>{footer(story)}",
    )


def arc(story: Story) -> str:
    inner = body(
        story,
        "<p class='article-body__paragraph'>{}</p>",
        f"<div class='embed twitter'>{tweet(story)}</div>",
        f"<div class='pull-quote'><blockquote><p>{story.quote}</p></blockquote></div>",
        f"<div class='newsletter'><h3>Morning briefing</h3><p>{SIGN_UP}</p></div>",
    )
    return wrap(
        story,
        ld(story),
        f"<div id='fusion-app'><div class='masthead'>{nav()}</div><section class='main'><h1 class='headline'>{story.title}</h1><h2 class='subheadline'>{story.deck}</h2><div class='author-byline'>By {' and '.join(story.authors)}</div><time class='date' datetime='{story.published}'>{spoken(story)}</time><article class='article-body-wrapper'>{inner}<p class='correction'>{story.note}</p></article></section><section class='right-rail'>{cards()}</section></div>{footer(story)}",
    )


def agency(story: Story) -> str:
    paragraphs = body(story, "<p>{}</p>")
    return wrap(
        story,
        f"<meta name='dcterms.date' content='{story.published}'><meta name='dcterms.publisher' content='{escape(story.publisher)}'>",
        f"<section class='usa-banner'><p>An official website of the government. Here's how you know</p></section><header>{nav()}</header><main class='main-content'><div class='region-content'><article class='node node--type-news-release'><h1 class='page-title'>{story.title}</h1><div class='field field--name-field-date'><time datetime='{story.published}'>{spoken(story)}</time></div><div class='field field--name-body'>{paragraphs}<p>###</p></div></article></div></main><footer class='usa-footer'><p>Contact us</p></footer>",
        title=f"{story.title} | {story.publisher}",
    )


def table(story: Story) -> str:
    inner = "<br><br>\n".join(escape(text, quote=False) for text in story.paragraphs)
    menu = "<br>".join(f"<a href='/{x}'>{x}</a>" for x in LINKS)
    return f"<html><head><title>{story.publisher}: {escape(story.title)}</title><meta name='author' content='{', '.join(story.authors)}'><meta name='publisher' content='{escape(story.publisher)}'><meta name='date' content='{story.published[:10]}'></head><body bgcolor=white><table width=760><tr><td width=120 valign=top>{menu}</td><td valign=top><h1><font face=arial>{story.title}</font></h1><font size=2 face=verdana>{inner}</font></td><td width=150>{teasers('x')}</td></tr></table><center><font size=1>Copyright 2024 {story.publisher}</font></center></body></html>"


def sections(story: Story) -> str:
    blocks = "".join(
        f"<div data-component='text-block' class='ssrcss-11r1m41-RichTextComponentWrapper'><div class='ssrcss-7uxr49-RichTextContainer'><p class='ssrcss-1q0x1qg-Paragraph'>{escape(text, quote=False)}</p></div></div>"
        + (f"<div data-component='tweet-block'>{bluesky(story)}</div>" if n == 3 else "")
        + (
            "<section data-component='links-block'><p>More on this story</p><ul><li><a href='#'>Five things to know about Saturday's harvest parade downtown</a></li></ul></section>"
            if n == 5
            else ""
        )
        for n, text in enumerate(story.paragraphs)
    )
    return wrap(
        story,
        ld(story),
        f"<header>{nav()}</header><main id='main-content'><article><header><h1 id='main-heading'>{story.title}</h1></header><div data-component='byline-block'>{' & '.join(story.authors)}<br>{story.publisher}</div><figure><img><figcaption><span class='visually-hidden'>Image caption, </span>{story.caption}</figcaption></figure>{blocks}</article><div data-component='recommendations'>{cards()}</div></main>{footer(story)}",
    )


def divs(story: Story) -> str:
    inner = body(story, "<div class='paragraph'>{}</div>", cited(story), f"<div class='ad'>{TEASERS[0]}</div>")
    return wrap(
        story,
        og(story)
        + f"<meta name='parsely-author' content='{story.authors[0]}'><meta name='parsely-pub-date' content='{story.published}'>",
        f"<div class='top'>{nav()}</div><div class='container'><div class='story'><h1>{story.title}</h1><div class='dek'>{story.deck}</div><div class='story-text'>{inner}</div><div class='tags'>Topics: accidents, county</div></div><div class='sidebar'>{teasers()}</div></div>{footer(story)}",
    )


def amp(story: Story) -> str:
    inner = body(
        story,
        "<p>{}</p>",
        "<amp-ad width=300 height=250></amp-ad>",
        f"<amp-twitter data-tweetid='1'>{tweet(story)}</amp-twitter>",
    )
    return f"<!doctype html><html amp lang='en'><head><meta charset='utf-8'><link rel='canonical' href='https://{story.site}/{story.published[:10].replace('-', '/')}/story'>{ld(story)}<style amp-boilerplate>body{{-webkit-animation:none}}</style></head><body><amp-sidebar id='s'>{nav()}</amp-sidebar><article><h1>{story.title}</h1><p class='byline'>By {' and '.join(story.authors)}</p>{inner}</article>{footer(story)}</body></html>"


def public_radio(story: Story) -> str:
    figure = f"<div class='bucketwrap image large'><div class='imagewrap'><img></div><div class='credit-caption'><div class='caption-wrap'><div class='caption'><p>{story.caption}</p><b class='toggle-caption'>Hide caption</b></div></div><b class='hide-caption'>toggle caption</b></div></div>"
    inner = body(story, "<p>{}</p>", figure, f"<div class='bucketwrap twittertweet'>{tweet(story)}</div>")
    return wrap(
        story,
        ld(story),
        f"<header>{nav()}</header><main><section id='main-section'><article class='story'><div class='storytitle'><h1>{story.title}</h1></div><div id='story-meta'><div class='dateblock'><time datetime='{story.published}'>{spoken(story)}</time></div></div><div id='storybyline'><div class='byline'><p class='byline__name'>{story.authors[0]}</p></div></div><div id='storytext' class='storytext'>{inner}</div></article></section></main><aside>{teasers('recommended-stories')}</aside>{footer(story)}",
    )


def magazine(story: Story) -> str:
    inner = body(story, "<p>{}</p>", f"<div class='callout'><p>{SIGN_UP}</p></div>", cited(story))
    return wrap(
        story,
        ld(story) + og(story),
        f"<div class='cookie-banner'><p>{CONSENT}</p><button>Accept</button></div><div class='wrapper'>{nav()}<main><div class='ArticlePage'><div class='ContentHeader'><span class='rubric'><a href='#'>The Region</a></span><h1 data-testid='ContentHeaderHed'>{story.title}</h1><div class='ContentHeaderDek'>{story.deck}</div><p class='byline'>By {' and '.join(story.authors)}</p></div><div class='body__inner-container'>{inner}<div class='editors-note'><p>{story.note}</p></div></div></div><div class='more-stories'>{cards()}</div></main></div>{footer(story)}",
    )


def newsletter(story: Story) -> str:
    inner = body(
        story,
        "<p>{}</p>",
        f"<div class='tweet'><div class='tweet-header'><span class='tweet-author-name'>{story.post[0]}</span><span class='tweet-author-handle'>{story.post[1]}</span></div><div class='tweet-text'>{escape(story.post[3])}</div><a class='tweet-date' href='https://x.com/{story.post[1][1:]}/status/1790000000000000001'>{story.post[2]}</a></div>",
        f"<div class='subscription-widget-wrap'><p>{SIGN_UP}</p></div>",
    )
    return wrap(
        story,
        ld(story),
        f"<div class='main-menu'>{nav()}</div><div class='single-post-container'><article class='newsletter-post post'><div class='post-header'><h1 class='post-title'>{story.title}</h1><h3 class='subtitle'>{story.deck}</h3><div class='byline-wrapper'>{story.authors[0]}</div></div><div class='available-content'><div class='body markup'>{inner}</div></div></article><div class='post-footer'><p>Thanks for reading {story.publisher}! This post is public so feel free to share it.</p></div></div>{comments()}",
    )


LAYOUTS: dict[str, tuple[Callable[[Story], str], bool]] = {
    "wordpress": (wordpress, True),
    "television": (television, True),
    "chain": (chain, True),
    "wire": (wire, True),
    "arc": (arc, True),
    "agency": (agency, False),
    "table": (table, False),
    "sections": (sections, True),
    "divs": (divs, True),
    "amp": (amp, True),
    "public-radio": (public_radio, True),
    "magazine": (magazine, True),
    "newsletter": (newsletter, True),
}
"""Each layout by its name: the function that fills it, and whether its pages embed the story's post."""
