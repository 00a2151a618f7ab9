# ruff: noqa: E501
"""Layouts of agencies, national outlets and pages for print, rebuilt from memory; the code was not looked at either."""

from __future__ import annotations

from html import escape

from .layouts import TEASERS, body, footer, ld, nav, og, tweet, wrap
from .layouts_stations import when
from .stories import Story


def drupal(story: Story) -> str:
    """A federal agency's release on Drupal with the government's design system."""
    inner = body(story, "<p>{}</p>")
    cards = "".join(
        f"<li class='usa-card'><div class='usa-card__container'><h3><a href='/news/{n}'>{t}</a></h3><time>March 1, 2025</time><div class='usa-card__body'><p>The agency said that the matter would be taken up again in the spring.</p></div></div></li>"
        for n, t in enumerate(TEASERS[:3])
    )
    return wrap(
        story,
        f"<meta property='og:site_name' content='{escape(story.publisher)}'><meta property='og:title' content='{escape(story.title)}'><meta name='description' content='{escape(story.deck)}'>",
        f"<a href='#main-content' class='usa-skipnav visually-hidden focusable'>Skip to main content</a><section class='usa-banner'><div class='usa-accordion'><header class='usa-banner__header'><p class='usa-banner__header-text'>An official website of the United States government</p><p class='usa-banner__header-action'>Here's how you know</p></header><div class='usa-banner__content'><p><strong>Official websites use .gov</strong><br>A .gov website belongs to an official government organization in the United States.</p><p><strong>Secure .gov websites use HTTPS</strong><br>A lock or https:// means you've safely connected to the .gov website. Share sensitive information only on official, secure websites.</p></div></div></section><header class='usa-header'>{nav()}</header><main class='usa-section' id='main-content'><div class='grid-container'><div class='region region-content'><ol class='usa-breadcrumb__list'><li>Newsroom</li><li>News Releases</li></ol><div class='field field--name-field-news-type field__item'>News Release</div><h1><span class='field field--name-title'>{escape(story.title)}</span></h1><div class='social-share'><button>Share</button></div><div class='field field--name-field-release-date'><div class='field__label'>Release Date</div><div class='field__item'><time datetime='{story.published}'>{when(story, '%B %d, %Y')}</time></div></div><div class='clearfix text-formatted field field--name-body field--type-text-with-summary field__item'>{inner}<p>For media inquiries, please contact the Office of Public Affairs at press@{story.site}.</p></div><div class='field field--name-field-tags'><div class='field__label'>Topics</div><a>Public Safety</a> <a>Enforcement</a></div><div class='last-updated'>Last Updated: {when(story, '%m/%d/%Y')}</div></div><div class='views-element-container'><h2>Related News Releases</h2><ul class='usa-card-group'>{cards}</ul></div></div></main><footer class='usa-footer'><p>Was this page helpful?</p><p>National Terrorism Advisory System</p><a>FOIA</a> <a>No FEAR Act</a> <a>USA.gov</a></footer>",
        title=f"{escape(story.title)} | {story.publisher}",
    )


def civic(story: Story) -> str:
    """A town's news flash pasted from a word processor."""
    inner = "".join(
        f"<p class='MsoNormal' style='margin:0in 0in 8pt'><span style='font-size:12.0pt;font-family:&quot;Times New Roman&quot;,serif'>{escape(text, quote=False)}<o:p></o:p></span></p><p class='MsoNormal'>&nbsp;</p>"
        for text in story.paragraphs
    )
    return wrap(
        story,
        f"<meta property='og:title' content='{escape(story.title)}'><meta property='og:site_name' content='{escape(story.publisher)}'>",
        f"<form id='aspnetForm'><div id='divToolbars'></div><div class='siteWrap'><div class='menuContainer'>{nav()}</div><div id='bodyWrapper'><div id='breadCrumbs'><a>Home</a> <a>News Flash</a></div><div class='moduleContentNew' id='moduleContent'><div class='newsFlashDetail'><div class='topper'><a class='previous'>News List</a></div><h4 class='detailCategory'>Police Department</h4><h1 class='detail-title'>{escape(story.title)}</h1><div class='detail-date'>Posted on: <span>{when(story, '%B %d, %Y')}</span></div><div class='fr-view'>{inner}</div><div class='detail-links'><a>Facebook</a> <a>Twitter</a> <a>Email</a></div><div class='pager'><a>⇐ Previous {TEASERS[2]}</a> <a>Next ⇒ {TEASERS[3]}</a></div><div class='otherNews'><h2>Other News in Police Department</h2>{''.join(f'<div class=item><h3><a href=/t>{t}</a></h3><span class=date>Posted on: January 5, 2025</span></div>' for t in TEASERS)}</div></div></div></div></div></form><footer><div>Contact Us</div><div>1 Harbor Plaza<br>Phone: 555-0100</div><div>Government Websites by CivicPlus®</div></footer>",
        title=f"News Flash • {story.publisher}",
    )


def alert(story: Story) -> str:
    """A message of a service by which police departments alert residents: line breaks for paragraphs."""
    inner = "<br><br>".join(escape(text, quote=False) for text in story.paragraphs)
    return wrap(
        story,
        f"<meta property='og:title' content='{escape(story.title)}'><meta name='author' content='{escape(story.publisher)}'>",
        f"<div id='hd'><a>Sign Up</a> <a>Log In</a> <a>Help</a></div><div id='bd'><div id='message_wrapper'><div class='message_header'><div class='logo'></div><h3 class='type'>Community Message</h3><h1 id='message_title'>{escape(story.title)}</h1><p class='from'>{escape(story.publisher)}</p><p class='when'>{when(story, '%A %B %d, %Y :: %I:%M %p')} EST</p></div><div class='message_body'><p>{inner}</p></div><div class='message_meta'><h4>Address/Location</h4><p>{escape(story.publisher)}<br>1 Harbor Plaza</p><h4>Contact</h4><p>Emergency: 9-1-1<br>Non-emergencies: 555-0100</p></div><div class='sign'><p>Navigate &amp; Discover. Enter a town, zip code or address and get alerts where you live.</p></div></div></div><div id='ft'><p>© 2025 Everbridge, Inc.</p></div>",
        title=f"{escape(story.publisher)} : {escape(story.title)}",
    )


def testid(story: Story) -> str:
    """An international agency's page: paragraphs are div elements told by their data attributes."""
    parts = []
    for n, text in enumerate(story.paragraphs):
        parts.append(
            f"<div data-testid='paragraph-{n}' class='text__text__1FZLe text__dark-grey__3Ml43 body__full_width__ekUdw article-body__element__2p5pI'>{escape(text, quote=False)}</div>"
        )
        if n == 2:
            parts.append(
                "<div data-testid='promo-box' class='promo-box'><div>Sign up here.</div><p>The Daily Briefing newsletter provides all the news you need to start your day.</p></div>"
            )
        if n == 4:
            parts.append(f"<div data-testid='Tweet' class='embed'>{tweet(story)}</div>")
        if n == 5:
            parts.append("<div class='ad-slot'><div>Advertisement · Scroll to continue</div></div>")
    return wrap(
        story,
        ld(story) + og(story) + f"<meta name='article:published_time' content='{story.published}'>",
        f"<div id='fusion-app'><header class='site-header'>{nav()}</header><main><article class='article__container' data-testid='Article'><div data-testid='Heading' class='header'><nav aria-label='breadcrumb'>World</nav><h1 data-testid='Heading' class='heading__heading_2'>{escape(story.title)}</h1><div class='info-content__author-date'>By <a rel='author'>{'</a> and <a rel=author>'.join(story.authors)}</a><time datetime='{story.published}'><span>{when(story, '%B %d, %Y')}</span><span>{when(story, '%I:%M %p')} EST</span><span>Updated 2 hours ago</span></time></div></div><figure><img><figcaption data-testid='BodyCaption'>{escape(story.caption)}</figcaption></figure><div class='article-body__wrapper'><div class='article-body__content' data-testid='ArticleBody'>{''.join(parts)}<p data-testid='SignOff' class='sign-off'>Reporting by {' and '.join(story.authors)}; Editing by Lou Anders</p><p data-testid='TrustBadge' class='trust-badge'>Our Standards: The Great Basin Trust Principles.</p></div></div><div class='author-bio'><address>{story.authors[0]}</address><p>{story.authors[0]} is a correspondent who writes about transport and safety.</p></div></article><div data-testid='ReadNext'><h2>Read Next</h2>{''.join(f'<div data-testid=StoryCard><a href=/t>{t}</a><time>March 3, 2025</time></div>' for t in TEASERS)}</div></main></div>{footer(story)}",
    )


def cable(story: Story) -> str:
    """A cable channel's page with a source cite before the first paragraph and cards between the others."""
    parts = []
    for n, text in enumerate(story.paragraphs):
        parts.append(
            f"<p class='paragraph inline-placeholder vossi-paragraph-primary-core-light' data-editable='text' data-component-name='paragraph'>{escape(text, quote=False)}</p>"
        )
        if n == 3:
            parts.append(
                f"<div class='related-content related-content--article' data-component-name='related-content'><a class='related-content__link' href='/r'><div class='related-content__headline'><span class='related-content__label'>Related article</span> <span class='related-content__headline-text'>{TEASERS[0]}</span> <span>4 min read</span></div></a></div>"
            )
        if n == 5:
            parts.append(f"<div data-component-name='html-embed'>{tweet(story)}</div>")
    return wrap(
        story,
        ld(story, articleBody=" ".join(story.paragraphs)) + og(story),
        f"<header class='header__wrapper-outer'>{nav()}</header><section class='layout__wrapper'><section class='layout__top'><div class='headline'><h1 class='headline__text' data-editable='headlineText'>{escape(story.title)}</h1><div class='headline__footer'><div class='byline__names'>By {' and '.join(f'<span class=byline__name>{n}</span>' for n in story.authors)}</div><div class='headline__byline-sub-text'><div class='timestamp'>Updated {when(story, '%I:%M %p EST, %a %B %d, %Y')}</div><div class='gallery-inline__interstitial'>3 min read</div></div></div></div></section><section class='layout__center'><main class='article__main'><div class='image__lede article__lede-wrapper'><div class='image'><div class='image__metadata'><div class='image__caption'><span>{escape(story.caption)}</span></div></div></div></div><div class='video-resource'><div class='video-resource__headline'>Video Ad Feedback</div><div>2:14 - Source: {story.publisher}</div></div><div class='article__content-container'><div class='article__content' data-editable='content'><cite class='source__cite'><span class='source__location'></span><span class='source__text'>{story.publisher}</span>&nbsp;&mdash;&nbsp;</cite>{''.join(parts)}</div></div></main><aside class='layout__rail'><div class='zone'><h2>Ad Feedback</h2>{''.join(f'<div class=card><a href=/t><span class=container__headline-text>{t}</span></a></div>' for t in TEASERS)}</div></aside></section></section>{footer(story)}",
    )


def printed(story: Story) -> str:
    """A page made for the printer: nothing but the story, its address and a button."""
    inner = body(story, "<p>{}</p>")
    return f"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>{escape(story.title)} - {story.publisher}</title><meta http-equiv='Content-Type' content='text/html; charset=utf-8'><meta name='robots' content='noindex'><link rel='canonical' href='https://{story.site}/{story.published[:10].replace('-', '/')}/story.html'></head><body onload='window.print()'><div id='print-head'><img alt='{story.publisher}'><a href='javascript:window.print()'>Print this page</a> | <a href='javascript:window.close()'>Close window</a></div><p class='source'>https://{story.site}/{story.published[:10].replace('-', '/')}/story.html</p><h1>{escape(story.title)}</h1><p class='author'>By {' and '.join(story.authors)}</p><p class='date'>{when(story, '%B %d, %Y')}</p><div id='story'>{inner}<p>{story.note}</p></div><p class='copy'>© 2025 {story.publisher}. All rights reserved. This copy is for your personal, noncommercial use only.</p></body></html>"


def metered(story: Story) -> str:
    """A national paper's page: columns of paragraphs with advertisements between, notes on its print edition at the end."""
    columns = []
    for n in range(0, len(story.paragraphs), 3):
        inner = "".join(
            f"<p class='css-at9mc1 evys1bk0'>{escape(text, quote=False)}</p>" for text in story.paragraphs[n : n + 3]
        )
        columns.append(
            f"<div class='css-s99gbd StoryBodyCompanionColumn' data-testid='companionColumn-{n // 3}'><div class='css-53u6y8'>{inner}</div></div>"
        )
        columns.append(
            "<div data-testid='Dropzone-1'><div class='css-ad'><div id='after-dfp-ad'><p>Advertisement</p><a href='#after'>SKIP ADVERTISEMENT</a></div></div></div>"
        )
    columns.insert(3, f"<div class='css-embed' data-testid='embedded'>{tweet(story)}</div>")
    return wrap(
        story,
        ld(
            story,
            alternativeHeadline=story.title,
            hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".meteredContent"},
        )
        + og(story),
        f"<div id='app'><div><div class='NYTAppHideMasthead'><header>{nav()}</header></div></div><div id='site-content'><main id='site-content-main'><article id='story' class='css-1vxca1d'><div id='top-wrapper'><p>Advertisement</p><a href='#after-top'>SKIP ADVERTISEMENT</a></div><header class='css-1i4y3vz'><h1 class='css-bm93g0' data-testid='headline'>{escape(story.title)}</h1><p id='article-summary' class='css-79elbk'>{escape(story.deck)}</p><div class='share'><button>Share full article</button></div><figure class='sizeMedium'><div><img></div><figcaption data-testid='photoviewer-children-ImageBlock-caption'><span class='css-jevhma'>{escape(story.caption)}</span></figcaption></figure><div class='css-byline'><p class='css-4anu6l'>By <span><a>{'</a></span> and <span><a>'.join(story.authors)}</a></span></p></div><p class='css-rep'>{story.authors[0]} reported from the scene.</p><time datetime='{story.published}'><span>{when(story, '%B %d, %Y')}</span></time></header><section name='articleBody' class='meteredContent css-1r7ky0e'>{''.join(columns)}</section><div class='bottom-of-article'><div class='css-bio'><p><a>{story.authors[0]}</a> covers transportation and the coast. <a>More about {story.authors[0]}</a></p></div><div><p>A version of this article appears in print on , Section A, Page 12 of the New York edition with the headline: Pier Struck. <a>Order Reprints</a> | <a>Today’s Paper</a> | <a>Subscribe</a></p></div><button>Share full article</button></div></article></main></div></div>{footer(story)}",
    )
