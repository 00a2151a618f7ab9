"""Pages that stand where an article should be: checks for robots, consent banners, pages of scripts, paywalls."""

from __future__ import annotations

import re
from typing import Any

from sayso.errors import Notice, coded

_SHORT = 800  # characters; a page with more text of its own is an article, whatever else stands on it
_TEASER = 2_500  # characters; an article behind a paywall rarely shows more
_SAVE = "save the page from your browser once the article is shown, and give the file"
_CHECK = re.compile(
    r"\b(?:verify(?:ing)?\s+(?:that\s+)?you\s+are\s+(?:a\s+)?human|checking\s+(?:if\s+the\s+site|your\s+browser)|"
    r"are\s+you\s+a\s+robot|unusual\s+(?:traffic|activity)\s+from|access\s+(?:to\s+this\s+page\s+)?(?:has\s+been\s+|is\s+)?denied|"
    r"pardon\s+our\s+interruption|attention\s+required!|complete\s+the\s+(?:captcha|security\s+check)|"
    r"press\s+(?:and|&)\s+hold|enable\s+javascript\s+and\s+cookies\s+to\s+continue|(?:request|you\s+have\s+been)\s+blocked)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:before\s+you\s+continue|(?:value|care\s+about|respect)\s+your\s+privacy|(?:accept|reject|allow)\s+all(?:\s+cookies)?|"
    r"manage\s+(?:your\s+|my\s+)?(?:cookies?|privacy|consent|preferences|choices)|we\s+(?:use|and\s+our\s+[\w\s]{0,20}partners\s+"
    r"(?:use|store))\s+cookies|your\s+(?:privacy|consent)\s+choices|cookies?\s+(?:settings|policy|preferences))\b",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(
    r"\b(?:(?:please\s+|need\s+to\s+|must\s+)(?:enable|turn\s+on|allow)\s+javascript|javascript\s+(?:is|must\s+be|seems\s+to\s+be)\s+"
    r"(?:disabled|enabled|required|turned\s+(?:on|off))|(?:requires?|without)\s+javascript)\b",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"\b(?:(?:subscribe|sign\s+in|log\s+in|register|create\s+(?:an?\s+)?(?:free\s+)?account|join)\s+(?:now\s+|today\s+)?to\s+"
    r"(?:continue|keep|read|access|unlock|view)|(?:article|content|story|page)\s+is\s+(?:only\s+)?(?:for|available\s+(?:only\s+)?to|"
    r"exclusive\s+to|reserved\s+for)\s+(?:our\s+)?(?:paid\s+)?(?:subscribers|members)|already\s+a\s+(?:subscriber|member)|"
    r"subscribers?\s+only|(?:to|want\s+to)\s+(?:continue|keep)\s+reading|reached\s+your\s+(?:monthly\s+|free\s+)?(?:article\s+)?limit)\b",
    re.IGNORECASE,
)
_PROMPTS = (
    "subscribe", "member", "reading", "your limit", "article limit", "your free", " to continue", " to read",
    " to keep", " to access", " to unlock", " to view",
)  # fmt: skip
_STANDING = re.compile(
    r"(?:(?:please\s+)?(?:subscribe|sign\s+(?:in|up)|log\s+in|register|create\s+(?:an?\s+)?(?:free\s+)?account|join)\b"
    r"[^.?!]{0,30}\s(?:to|and)\s(?:continue|keep|unlock|read|access|view)\b"
    r"|(?:to|want\s+to)\s(?:continue|keep)\s(?:on\s)?reading\b"
    r"|(?:this|the)\s(?:article|content|story)\sis\s(?:only\s)?(?:for|available\s(?:only\s)?to|exclusive\s(?:to|for)|"
    r"reserved\sfor)\s(?:our\s)?(?:paid\s)?(?:subscribers|members)\b"
    r"|you(?:['’]ve|\s+have)\sreached\syour\b[^.?!]{0,30}\blimit\b|subscribers?\sonly\W*$"
    r"|[^.?!]{0,30}(?:…|\.\.\.)\s?(?:continue\s+reading|read\s+more)\W*$)",
    re.IGNORECASE,
)
"""A line that stands in a plain text for what follows: nobody says it in an article."""
_BANNER = re.compile(
    r"\b(?:cookies?|consent|privacy|your\s(?:choices|data|device)|personali[sz]ed|partners)\b", re.IGNORECASE
)
_SENTENCE = 10  # words
_BUTTON = 4  # words
_PROMPT = 120  # characters; a longer line is prose
_LAST = 4  # lines at the end of a text in which a page asks for more
_UNFREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*(?:\"?false\"?|\"?False\"?)")


def wall(root: Any, title: str | None, text: str) -> str | None:
    """What stands where the article should be, with the way out; None where `text` may be an article."""
    if len(text) > _SHORT:
        return None
    shown = f"{title or ''}\n{_visible(root)}"
    if _CHECK.search(shown) or (title or "").lower().startswith("just a moment"):
        return f"the site asks whether a person is there, and shows no article; {_SAVE}"
    if _SCRIPTS.search(shown) and len(text) < _SHORT // 2:
        return f"the page draws its text by scripts, which are not run; {_SAVE}"
    banner = len(set(map(str.casefold, _CONSENT.findall(shown)))) > 1 and len(text) < _SHORT // 2
    if banner and not _brief(text):
        return f"the page is a banner that asks for consent, and shows no article; {_SAVE}"
    return None


def _brief(text: str) -> bool:
    """Whether a short text is an article of a few sentences, that the page shows a banner beside."""
    return not _BANNER.search(text) and any(len(line.split()) >= _SENTENCE for line in text.splitlines())


def paywall(root: Any, text: str) -> str | None:
    """A warning that only the beginning of an article may be here; None where nothing says so."""
    if len(text) > _TEASER:
        return None
    unfree = any(_UNFREE.search(one.text or "") for one in root.iter("script"))
    words = "" if unfree else _visible(root).lower()
    if unfree or (any(one in words for one in _PROMPTS) and _PAYWALL.search(words)):
        return coded(
            Notice.TEASER,
            "only its beginning may be here: the page asks for a subscription or a login; "
            "save it from your browser where you are signed in",
        )
    return None


def text_wall(text: str) -> str | None:
    """What a plain text holds instead of an article, with the way out: a check for robots, or a banner that asks for
    consent, which somebody copied or a program fetched. None where it may be an article."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] if len(text) < _SHORT // 2 else []
    if any(_CHECK.match(line) or line.casefold().startswith("just a moment.") for line in lines):
        return f"the site asked whether a person is there, and the text holds no article; {_SAVE}"
    said = [line for line in lines if _CONSENT.search(line)]
    buttons = any(len(line.split()) <= _BUTTON for line in said)
    if buttons and 2 * len(said) >= len(lines) and len(set(map(str.casefold, _CONSENT.findall(text)))) > 1:
        return f"the text is a banner that asks for consent, and holds no article; {_SAVE}"
    return None


def text_paywall(text: str) -> str | None:
    """A warning that a plain text may hold the beginning of an article alone, where one of its last lines asks for a
    subscription or a login to go on."""
    if len(text) > _TEASER:
        return None
    lines = [line.strip() for line in text.splitlines() if line.strip()][-_LAST:]
    if not any(len(line) <= _PROMPT and _STANDING.match(line) for line in lines):
        return None
    return coded(
        Notice.TEASER,
        "only its beginning may be here: its end asks for a subscription or a login; save the page from your browser "
        "where you are signed in, and give the file",
    )


def _visible(root: Any) -> str:
    """The words of the page, what it says to browsers without scripts among them."""
    parts: list[str] = []
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "template") and element.text:
            parts.append(element.text)
        if element.tail:
            parts.append(element.tail)
    return " ".join(" ".join(parts).split())
