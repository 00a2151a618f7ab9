"""The channel by which words reached the document, from the words of the cue and its sentence."""

from __future__ import annotations

import re

from sayso.model import Channel

_PLATFORM = (
    r"(?:X|Twitter|Facebook|Instagram|Truth\s+Social|Bluesky|Threads|TikTok|Telegram|Mastodon|Nextdoor|LinkedIn|Reddit|"
    r"YouTube|Weibo|WhatsApp|Snapchat|social\s+media)"
)
PATTERNS: tuple[tuple[Channel, re.Pattern[str]], ...] = tuple(
    (channel, re.compile(pattern, re.IGNORECASE if channel is not Channel.POST else 0))
    for channel, pattern in (
        (
            Channel.NEWS_RELEASE,
            r"\b(?:news|press|media)\s+(?:release|advisory|notice)\b|\breleases?\s+(?:said|says|stated|states|read)\b"
            r"|\bin\s+(?:a|the|its|their|an?other|a\s+separate)\s+release\b",
        ),
        (
            Channel.NEWS_CONFERENCE,
            r"\b(?:news|press)\s+(?:conference|briefing)\b|\bpresser\b|\bbriefing\b",
        ),
        (
            Channel.FILING,
            r"\b(?:court|legal|charging)\s+(?:filings?|papers?|documents?|records?)\b|\baffidavits?\b|\blawsuits?\b"
            r"|\b(?:criminal\s+|probable.cause\s+)?complaints?\s+(?:said|says|states?|stated|alleges?|alleged|filed)\b"
            r"|\bindictments?\b|\bsearch\s+warrants?\b|\barrest\s+(?:warrants?|reports?)\b|\bdepositions?\b"
            r"|\b(?:sworn|court)\s+(?:statement|testimony|declaration)\b|\bin\s+a\s+complaint\b",
        ),
        (
            Channel.POST,
            r"(?i:\b(?:tweet(?:ed|s)?|retweet(?:ed|s)?|posted|posts?)\b)|(?i:\bposting\b)|\b(?:on|via|to)\s+(?:the\s+)?"
            r"(?:(?i:social(?:\s+|-)media)\s+(?:(?i:platform|site|network|app|website)\s+)?)?" + _PLATFORM + r"\b"
            r"|(?i:\b(?:on|via)\s+(?:his|her|their|its|the)\s+(?:\w+\s+){0,2}(?:account|page|feed)\b)",
        ),
        (
            Channel.INTERVIEW,
            r"\binterview(?:ed|s)?\b|\bspoke\s+(?:to|with)\b|\b(?:by|over\s+the)\s+(?:tele)?phone\b",
        ),
        (
            Channel.VIDEO,
            r"\b(?:video|footage|body[\s-]?(?:worn\s+)?camera|dash[\s-]?cam(?:era)?|surveillance|cellphone\s+video)\b",
        ),
        (
            Channel.MESSAGE,
            r"\be-?mail(?:ed|s)?\b|\btext(?:ed)?\s+messages?\b|\bletter\b|\bmemo(?:randum)?\b|\bvoice\s?mail\b|\btexted\b",
        ),
        (
            Channel.RECORD,
            r"\b(?:police|incident|autopsy|toxicology|coroner.?s|medical\s+examiner.?s|investigative|dispatch|crash)\s+"
            r"(?:reports?|logs?|records?|audio)\b|\baudit\b|\bdispatch\s+(?:audio|logs?)\b|\b911\s+(?:call|audio|recording)",
        ),
        (
            Channel.STATEMENT,
            r"\bstatements?\b|\bspokes(?:man|woman|person|people)\s+.{0,40}\bsaid\s+in\b|\bremarks\b|\bspeech\b|\bannouncement\b",
        ),
    )
)


def channel_of(words: str) -> Channel:
    """The channel that the words of a cue, or of the sentence around it, name; `unstated` where they name none."""
    for channel, pattern in PATTERNS:
        if pattern.search(words):
            return channel
    return Channel.UNSTATED
