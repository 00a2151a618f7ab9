# ruff: noqa: E501
"""Layouts of local chains and stations, rebuilt from memory of their kind; the code was not looked at while writing them."""

from __future__ import annotations

from datetime import datetime
from html import escape

from .layouts import SIGN_UP, TEASERS, bluesky, body, cited, ld, nav, og, tweet, wrap
from .stories import Story


def when(story: Story, form: str) -> str:
    return datetime.fromisoformat(story.published).strftime(form).replace(" 0", " ")


def blox(story: Story) -> str:
    """Lee's and other papers' pages on BLOX."""
    also = (
        "<div class='lee-related-box d-print-none'><h4>People are also reading…</h4><ul>"
        + "".join(f"<li><a href='/n{n}'>{text}</a></li>" for n, text in enumerate(TEASERS[:4]))
        + "</ul></div>"
    )
    card = f"<div class='inline-asset inline-editorial inline-article layout-vertical'><div class='card summary'><div class='card-body'><h3 class='tnt-headline'><a href='/x'>{TEASERS[1]}</a></h3><div class='card-lead'><p class='tnt-summary'>Crowds are expected from nine in the morning, and two streets will be closed.</p></div></div></div></div>"
    inner = body(
        story,
        "<p>{}</p>",
        also,
        f"<div class='inline-asset inline-html'>{tweet(story)}</div>",
        card,
        "<div class='tncms-region hidden-print' id='tncms-region-ads-fixed-adhesion'></div>",
    )
    names = " and ".join(name.upper() for name in story.authors)
    value = ld(story, articleSection="Local", isAccessibleForFree="False", dateModified=story.published)
    caption = f"<figure class='photo hover-expand layout-horizontal'><div class='image'><img></div><figcaption class='caption'><span class='caption-text'><p>{escape(story.caption)}</p></span></figcaption></figure>"
    return wrap(
        story,
        og(story) + value + f"<meta name='author' content='{names}'><link rel='canonical' href='https://{story.site}/news/local/article_1a2b3c4d-0000-11ef-9999-000000000000.html'>",
        f"<div id='site-container'><header id='site-header'>{nav()}</header><div id='main-body-container'><section id='main-page-container' class='main-content-wrap'><article class='asset full-width' id='asset-1a2b'><header class='asset-header'><h1 class='headline'><span>{escape(story.title)}</span></h1><div class='meta'><span><ul class='list-inline'><li><span class='tnt-byline'>{names} Staff Writers</span></li><li class='hidden-print'><time datetime='{story.published}' class='tnt-date asset-date text-muted'>{when(story, '%b %d, %Y')}</time></li><li class='visible-print'>Updated</li></ul></span></div></header><div class='social-share-links hidden-print'><ul><li><a>Facebook</a></li><li><a>Twitter</a></li><li><a>WhatsApp</a></li><li><a>SMS</a></li><li><a>Email</a></li><li><a>Print</a></li><li><a>Save</a></li></ul></div><div class='row'><div class='col-sm-12'><div class='asset-content subscriber-premium'>{caption}<div id='article-body' class='asset-body'><div class='lee-article-text'>{inner}</div></div><p class='lee-note'><em>{story.note}</em></p></div><div class='email-list-signup'><h4>Get local news delivered to your inbox!</h4><p>{SIGN_UP}</p><form><input placeholder='Email'><button>Sign up!</button></form><p>* I understand and agree that registration on or use of this site constitutes agreement to its user agreement and privacy policy.</p></div><div id='asset-below'><ul class='tags'><li>Tags</li><li><a>Port</a></li></ul></div></div></div></article><div class='block related'><h3>Related to this story</h3><h4>Most Popular</h4>{''.join(f'<article class=tnt-asset-type-article><h3><a href=/t>{t}</a></h3><p>Here is what is known of it so far this week.</p></article>' for t in TEASERS)}</div></section></div><footer id='site-footer'><p>© Copyright 2025 {escape(story.publisher)}, 1 Harbor Plaza</p></footer></div>",
        title=f"{escape(story.title)} | Local News | {story.site}",
    )  # fmt: skip


def mcclatchy(story: Story) -> str:
    """McClatchy's papers: plain paragraphs straight in the story's section."""
    bio = f"<div class='author-bio'><div class='author-bio-image'></div><div class='author-bio-text'><div class='name'>{story.authors[0]}</div><div class='title'>{story.publisher}</div><p>{story.authors[0]} covers public safety for {story.publisher}. A graduate of the state university, she joined the newsroom in 2019.</p></div></div>"
    inner = body(
        story,
        "<p>{}</p>",
        f"<div class='lead-item'>{tweet(story)}</div>",
        f"<div class='ng-related'><h4>READ MORE</h4><hr><a href='/a1'>{TEASERS[0]}</a><a href='/a2'>{TEASERS[3]}</a><hr></div>",
        "<div id='zone-el-101' class='zone-el zone'></div>",
    )
    return wrap(
        story,
        ld(
            story,
            isAccessibleForFree=False,
            hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".story-body"},
        )
        + og(story),
        f"<div class='flag'>{nav()}</div><div class='grid shop'><main class='paper story-body card'><section class='header'><div class='kicker'>Local</div><h1 class='h1'>{escape(story.title)}</h1><div class='byline'>By {' and '.join(f'<a class=name>{n}</a>' for n in story.authors)}</div><time class='publish-date' datetime='{story.published}'>{when(story, '%B %d, %Y %I:%M %p')}</time><div class='share'><button>Gift Article</button></div></section><figure class='lead-image'><img><figcaption>{escape(story.caption)}</figcaption></figure><article class='story-body'>{inner}<p><i>This story was originally published <time>{when(story, '%B %d, %Y, %I:%M %p')}</time>.</i></p>{bio}</article><div class='subscribe-card'><h3>Get unlimited digital access</h3><p>Subscribe now for just $2 for 2 months. Try it for $1 and cancel at any time you like.</p></div></main></div><footer><p>Copyright Commenting Policy Corrections Policy Privacy Policy Do Not Sell My Personal Information Terms of Service</p></footer>",
    )


def nexstar(story: Story) -> str:
    """A station's page on WordPress, as of Nexstar."""
    more = "".join(
        f"<article class='article-list__article'><div class='article-list__content'><span class='article-list__article-title'><a href='/r{n}'>{t}</a></span><time>3 hours ago</time></div></article>"
        for n, t in enumerate(TEASERS)
    )
    inner = body(
        story,
        "<p>{}</p>",
        "<div class='ad-unit ad-unit--mr1'><span class='ad-unit__label'>Advertisement</span></div>",
        f"<figure class='wp-block-embed-twitter wp-block-embed is-type-rich is-provider-twitter'><div class='wp-block-embed__wrapper'>{tweet(story)}</div></figure>",
        f"<a href='/rel' class='article-inline-link'><strong>{TEASERS[3]}</strong></a>",
        "<div class='article-body__newsletter'><h3>Close</h3><p>Thanks for signing up!</p><p>Watch for us in your inbox.</p><p>Subscribe Now</p><p>Daily News</p></div>",
    )
    posted = when(story, "%b %d, %Y / %I:%M %p")
    return wrap(
        story,
        og(story) + ld(story, description=story.deck),
        f"<div class='site-header__nav'>{nav()}</div><div class='alert-banner'><p>Tornado watch until 9 p.m. for parts of three counties</p></div><main class='site-content'><section class='article-content'><article class='article'><header class='article-header'><h1 class='article-title'>{escape(story.title)}</h1><div class='article-meta'><p class='article-authors'>by: {', '.join(f'<a rel=author>{n}</a>' for n in story.authors)}</p><p>Posted: <time datetime='{story.published}'>{posted} EST</time></p><p>Updated: <time datetime='{story.published}'>{posted} EST</time></p></div><div class='article-social'>SHARE</div></header><div class='article-featured-media'><img><div class='wp-caption'><p class='wp-caption-text'>{escape(story.caption)}</p></div></div><div class='article-body rich-text'>{inner}<p>Copyright 2025 Nexstar Media Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.</p></div></article></section><aside class='sidebar'><h2>{story.publisher} Video</h2>{more}<h2>Trending Stories</h2>{more}</aside></main><footer class='site-footer'><p>© 1998 - 2025 Nexstar Media Inc. | All Rights Reserved.</p></footer>",
        title=f"{escape(story.title)} | {story.publisher}",
    )


def gray(story: Story) -> str:
    """A station's page on Arc XP, as of Gray."""
    inner = body(
        story,
        "<p class='text | article-text' data-testid='p'>{}</p>",
        f"<div class='embed-wrapper' data-oembed-type='twitter'>{tweet(story)}</div>",
        "<div id='arcad-feature-1' class='arcad'><span>Advertisement</span></div>",
        f"<p class='text | article-text'><b><a href='/z'>READ MORE: {TEASERS[4]}</a></b></p>",
    )
    read = "".join(
        f"<div class='card-deck'><a href='/m{n}'><h4 class='headline'>{t}</h4></a><div class='media-container'><p>Source: {story.publisher}</p></div></div>"
        for n, t in enumerate(TEASERS)
    )
    return wrap(
        story,
        ld(story) + og(story),
        f"<div id='fusion-app' class='fusion-app layout-section'><div class='page-header'>{nav()}<div class='alert-bar'>Weather alert: wind advisory</div></div><section class='container'><div class='row'><div class='col-main'><h1 class='headline'>{escape(story.title)}</h1><div class='social-share'><a>Email This Link</a> <a>Share on Facebook</a> <a>Share on X (formerly Twitter)</a></div><div class='image-wrapper'><figure><img><figcaption>{escape(story.caption)}</figcaption></figure></div><div class='byline-date'><div class='author'>By <a>{'</a> and <a>'.join(story.authors)}</a></div><div class='published-date-time'>Published: {when(story, '%b. %d, %Y at %I:%M %p')} EST|Updated: 1 hour ago</div></div><div class='article-body' id='article-body'>{inner}<p class='text | article-text'><i>Copyright 2025 {story.publisher}. All rights reserved.</i></p><p class='text | article-text'>To get news alerts, click here to download our free news and weather app.</p></div></div><div class='col-rail'><h3>Most Read</h3>{read}<h3>Latest News</h3>{read}</div></div></section></div>",
        title=escape(story.title),
    )


def tegna(story: Story) -> str:
    """A station's page whose every paragraph group is a section, as of Tegna."""
    sections = []
    for n, text in enumerate(story.paragraphs):
        sections.append(
            f"<div class='article__section article__section_type_text utility__text'><p>{escape(text, quote=False)}</p></div>"
        )
        if n == 2:
            sections.append(
                "<div class='article__section article__section_type_ad'><div class='ad ad_type_display'>Advertisement</div></div>"
            )
        if n == 3:
            sections.append(
                f"<div class='article__section article__section_type_embed'><div class='embed embed_type_twitter'>{tweet(story)}</div></div>"
            )
        if n == 6:
            sections.append(
                f"<div class='article__section article__section_type_text utility__text'><p><strong>RELATED: <a href='/q'>{TEASERS[2]}</a></strong></p></div>"
            )
    names = ", ".join(story.authors)
    return wrap(
        story,
        og(story) + ld(story),
        f"<div class='site'>{nav()}<div class='grid'><article class='article'><div class='article__intro'><h1 class='article__headline'>{escape(story.title)}</h1><h2 class='article__summary'>{escape(story.deck)}</h2></div><div class='article__lead'><div class='photo'><img><div class='photo__caption'>{escape(story.caption)}</div></div></div><div class='article__byline'><div class='article__author'>Author: {names}</div><div class='article__published'>Published: {when(story, '%I:%M %p EST %B %d, %Y').lstrip('0')}</div><div class='article__updated'>Updated: {when(story, '%I:%M %p EST %B %d, %Y').lstrip('0')}</div></div><div class='article__body'>{''.join(sections)}<div class='article__section article__section_type_text utility__text'><p><strong>► Download the {story.publisher} app to get the latest news on your phone.</strong></p><p>Have a news tip? Text us at 555-0142 or write to tips@{story.site}.</p></div></div><div class='article__section article__section_type_related'><h3>Related Articles</h3><ul>{''.join(f'<li><a href=/t>{t}</a></li>' for t in TEASERS[:3])}</ul></div></article></div><div class='grid__module'><h2>Before You Leave, Check This Out</h2>{''.join(f'<a class=headline-list__item><h4>{t}</h4></a>' for t in TEASERS)}</div></div>",
    )


def sinclair(story: Story) -> str:
    """A station's page made of module-named blocks, as of Sinclair."""
    inner = body(
        story,
        "<p>{}</p>",
        f"<div class='index-module_teaser__3aQ1'><a href='/t'><div class='index-module_label__f'>ALSO READ</div><div class='index-module_title__9'>{TEASERS[0]}</div></a></div>",
        f"<div class='sd-embed sd-embed-twitter'><div class='EmbedTwitter-module_wrap__1'>{tweet(story)}</div></div>",
        "<div class='ddb_300x250 index-module_adBefore__1'><div class='ad'></div></div>",
    )
    return wrap(
        story,
        og(story) + ld(story, articleBody=" ".join(story.paragraphs)),
        f"<div id='app'><header class='index-module_header__1'>{nav()}</header><div class='index-module_page__2'><div class='index-module_storyContainer__7'><h1 class='index-module_storyHeadlineText__n'>{escape(story.title)}</h1><div class='index-module_storyByline__q'><span>by {' & '.join(n.upper() for n in story.authors)} | {story.publisher}</span><div class='index-module_storyDates__z'>{when(story, '%a, %B %d %Y at %I:%M %p')}</div><div>Updated {when(story, '%a, %B %d %Y at %I:%M %p')}</div></div><div class='index-module_heroMedia__8'><img><div class='index-module_caption__w'>{escape(story.caption)}</div></div><div class='index-module_thumbnails__4'><span>3</span><span>VIEW ALL PHOTOS</span></div><div class='StoryText-module_storyText__x3Fj StoryText-module_inline__1'>{inner}</div><div class='index-module_loading__c'>Loading ...</div></div><div class='index-module_sidebar__f'><h3>MORE TO EXPLORE</h3>{''.join(f'<div class=index-module_card__r><a href=/t><div>{t}</div></a></div>' for t in TEASERS)}</div></div><footer><div>© 2025 Sinclair, Inc.</div></footer></div>",
        title=f"{escape(story.title)}",
    )


def hearst(story: Story) -> str:
    """A paper's page of utility classes with advertisement labels between the paragraphs, as of Hearst."""
    label = "<div class='ad-wrap'><div class='text-xs uppercase'>Article continues below this ad</div></div>"
    inner = body(
        story,
        "<p class='mb-4 text-base leading-7'>{}</p>",
        label,
        f"<section class='block embed'>{tweet(story)}</section>",
        f"<div class='more-for-you'><h3>More For You</h3><div class='card'><a href='#'>{TEASERS[1]}</a><p>By our staff</p></div><div class='card'><a href='#'>{TEASERS[2]}</a></div></div>",
        label,
    )
    return wrap(
        story,
        ld(story, articleBody=" ".join(story.paragraphs), wordCount=320) + og(story),
        f"<div id='__next'><div class='flex'>{nav()}</div><main><article class='w-full'><div class='breadcrumbs'><a>News</a></div><h1 class='font-bold text-4xl'>{escape(story.title)}</h1><div class='flex items-center'><p>By <a class='underline'>{'</a>, <a class=underline>'.join(story.authors)}</a>, <span>Staff Writer</span></p><time datetime='{story.published}'>{when(story, '%b %d, %Y')}</time></div><div class='gallery'><img><p class='caption text-sm'>{escape(story.caption)}</p></div><div class='body'>{inner}</div><time class='text-gray-500'>{when(story, '%b %d, %Y')}</time><div class='author-card'><a><h4>{story.authors[0]}</h4></a><span>Reporter</span><p>{story.authors[0]} is a reporter who writes about the harbor and the towns around it. Write to them with tips.</p></div></article></main></div><footer><p>© 2025 Hearst Media Services Connecticut, LLC</p><a>Terms of Use</a></footer>",
    )


def grove(story: Story) -> str:
    """A public radio station's page on Grove."""
    figure = f"<div class='Enhancement' data-align-center><div class='Enhancement-item'><figure class='Figure'><img><div class='Figure-content'><figcaption class='Figure-caption'>{escape(story.caption)}</figcaption></div></figure></div></div>"
    inner = body(
        story,
        "<p>{}</p>",
        figure,
        f"<div class='Enhancement'><div class='Enhancement-item'><div class='TweetUrl'>{tweet(story)}</div></div></div>",
        "<div class='Enhancement'><div class='Enhancement-item'><ps-promo class='PromoLink'><a href='/p'>"
        + TEASERS[2]
        + "</a></ps-promo></div></div>",
    )
    return wrap(
        story,
        og(story) + ld(story),
        f"<ps-header class='PH'><div class='PH-ham-m'>{nav()}</div><a class='donate'>Donate</a></ps-header><div class='ArtP' data-module><div class='ArtP-content'><main class='ArtP-main'><article class='ArtP-mainContent'><div class='ArtP-lead'></div><div class='ArtP-headline-wrap'><h1 class='ArtP-headline'>{escape(story.title)}</h1></div><div class='ArtP-byline'><span class='ArtP-bylinePrefix'>{story.publisher} | By </span>{', '.join(f'<a class=Link>{n}</a>' for n in story.authors)}</div><div class='ArtP-timestamp'><div class='ArtP-timestamp-published'>Published {when(story, '%B %d, %Y at %I:%M %p')} EST</div></div><div class='ArtP-actions'><ul><li>Facebook</li><li>Twitter</li><li>LinkedIn</li><li>Email</li></ul></div><ps-stream-url class='AudioUrl'><div>Listen • 3:42</div></ps-stream-url><div class='ArtP-articleBody'><div class='RTE RichTextArticleBody RichTextBody'>{inner}<p><i>{story.note}</i></p></div><div class='ArtP-copyright'>Copyright 2025 {story.publisher}</div><div class='ArtP-tags'><span>Tags</span> <a>Local News</a></div></div><div class='ArtP-contributors'><div class='AuthorBio'><a class='AuthorBio-name'>{story.authors[0]}</a><div class='AuthorBio-bio'>{story.authors[0]} joined the newsroom as its morning host and covers courts, schools and the harbor.</div><a>See stories by {story.authors[0]}</a></div></div></article></main><aside class='ArtP-aside'>{''.join(f'<ps-promo class=PromoA><div class=PromoA-title><a href=/t>{t}</a></div></ps-promo>' for t in TEASERS)}</aside></div></div><footer class='Footer'><p>© 2025 {story.publisher}</p></footer>",
    )  # fmt: skip


def newspack(story: Story) -> str:
    """A non-profit newsroom's page on Newspack."""
    popup = f"<div class='newspack-popup-container newspack-inline-popup'><div class='newspack-popup'><h3>Local news, free for everyone</h3><p>{SIGN_UP}</p><div class='wp-block-newspack-newsletters-subscribe'><form><label>Email</label><button>Subscribe</button></form><p>Thank you for signing up! You will hear from us on Friday morning.</p></div></div></div>"
    latest = (
        "<div class='wp-block-newspack-blocks-homepage-articles wpnbha'>"
        + "".join(
            f"<article><div class='entry-wrapper'><h3 class='entry-title'><a href='/t'>{t}</a></h3><p>A look at what was decided, and by whom, and what is to come.</p></div></article>"
            for t in TEASERS[:3]
        )
        + "</div>"
    )
    inner = body(
        story,
        "<p class='wp-block-paragraph'>{}</p>",
        popup,
        f"<figure class='wp-block-embed is-provider-bluesky-social wp-block-embed-bluesky-social'><div class='wp-block-embed__wrapper'>{bluesky(story)}</div></figure>",
        f"<figure class='wp-block-pullquote'><blockquote><p>{escape(story.quote)}</p></blockquote></figure>",
        latest,
    )
    return wrap(
        story,
        og(story) + ld(story) + f"<meta property='article:published_time' content='{story.published}'>",
        f"<a class='skip-link screen-reader-text' href='#main'>Skip to content</a><div id='page' class='site'><header id='masthead'>{nav()}<a class='button'>Donate</a></header><div id='content' class='site-content'><section id='primary' class='content-area category-news'><main id='main'><header class='entry-header has-featured-image'><span class='cat-links'><span class='screen-reader-text'>Posted in</span><a>News</a></span><h1 class='entry-title'>{escape(story.title)}</h1><div class='newspack-post-subtitle'>{escape(story.deck)}</div><div class='entry-subhead'><div class='entry-meta'><span class='byline'><span>by</span> {' and '.join(f'<span class=author><a class=url>{n}</a></span>' for n in story.authors)}</span><span class='posted-on'><time class='entry-date published' datetime='{story.published}'>{when(story, '%B %d, %Y')}</time></span></div><div class='sharedaddy'><h3 class='sd-title'>Share this:</h3></div></div></header><div class='main-content'><figure class='post-thumbnail'><img><figcaption><span>{escape(story.caption)}</span></figcaption></figure><article id='post-77' class='post type-post'><div class='entry-content'>{inner}<div class='wp-block-group republish'><h4>Republish our articles for free, online or in print, under a Creative Commons license.</h4></div></div><footer class='entry-footer'><span class='tags-links'><span>Tagged: </span><a>harbor</a></span></footer><div class='author-bio'><div class='author-bio-text'><h2>{story.authors[0]} <span class='author-email'>desk@{story.site}</span></h2><p>{story.authors[0]} is a staff reporter. She came to the newsroom from a weekly in the north of the state.</p><a>More by {story.authors[0]}</a></div></div></article><nav class='post-navigation'><a>Previous: {TEASERS[0]}</a><a>Next: {TEASERS[1]}</a></nav></div></main></section></div><footer class='site-footer'><p>© 2025 {story.publisher}.</p><p>Proudly powered by Newspack</p></footer></div>",
        title=f"{escape(story.title)} - {story.publisher}",
    )  # fmt: skip


def patch(story: Story) -> str:
    """A page of a network of town sites with prompts between the paragraphs."""
    prompt = "<aside class='inline-subscribe'><p>Find out what's happening in Harlow with free, real-time updates from Patch.</p><form><input><button>Let's go!</button></form></aside>"
    inner = body(story, "<p>{}</p>", prompt, cited(story), prompt)
    return wrap(
        story,
        og(story) + ld(story),
        f"<div id='__next'><header class='styles_Header__1'>{nav()}</header><main class='page-content'><article class='styles_Section__x'><h6 class='section__category'>Crime & Safety</h6><h1 class='styles_Title__o'>{escape(story.title)}</h1><h2 class='styles_Subtitle__y'>{escape(story.deck)}</h2><div class='byline'><div class='byline__avatar'></div><div class='byline__row'><strong><a>{story.authors[0]}</a></strong><span class='byline__label'>, Patch Staff</span></div><div class='byline__row byline__secondary'>Posted <time datetime='{story.published}'>{when(story, '%a, %b %d, %Y at %I:%M %p')} ET</time></div></div><figure class='styles_Image__a'><img><figcaption class='styles_Caption__b'>{escape(story.caption)}</figcaption></figure><section class='styles_HTMLContent__LDG2k'>{inner}</section><hr><p class='styles_newsTips__p'>Get more local news delivered straight to your inbox. Sign up for free Patch newsletters and alerts.</p><div class='reactions'><button>Thank (4)</button><button>Reply (2)</button><button>Share</button></div></article><section class='styles_More__3'><h2>More from Harlow</h2>{''.join(f'<div class=card><h6>Community Corner</h6><h2><a href=/t>{t}</a></h2></div>' for t in TEASERS)}</section></main></div>",
    )
