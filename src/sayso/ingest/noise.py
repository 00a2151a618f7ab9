"""Lines that are the furniture of a page and no news: share and sign-up lines, teasers, rights, contact lines.

Every pattern is of a whole line, and conservative: a line of prose must never pass for furniture.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 400  # characters; a longer line is prose, whatever it begins with
_NOISE = re.compile(
    r"""^\W*(?:
      advertisements?|sponsored(\s+content)?|story\s+continues\s+below.{0,40}|article\s+continues\s+(?:after|below).{0,40}
    | (?:click|tap)\s+here\s+(?:to|for)\b.{0,140}
    | (?:sign|signing)\s+up\s+(?:for|to|now|here|today)\b.{0,160}|subscribe\s+(?:to|now|today|for|here)\b.{0,160}
    | get\s+(?:the\s+)?(?:latest|breaking|top|more)\s+(?:news|headlines|stories|updates)\b.{0,160}
    | (?:download|get)\s+(?:the|our)\s+(?:free\s+)?.{0,40}\bapp\b.{0,120}
    | (?:follow|like)\s+us\s+on\b.{0,160}|follow\s+(?:him|her|them|@\w+|[\w'’.\s-]{2,40})\s+on\s+
      (?:x|twitter|facebook|instagram|threads|bluesky|social)\b.{0,120}
    | share\s+(?:this|on|via|with)\b.{0,80}|e-?mail\s+(?:this|article)\b.{0,60}
    | print(?:\s+this)?(?:\s+(?:article|story|page))?
    | (?:(?:facebook|twitter|x|instagram|linkedin|pinterest|reddit|whatsapp|e-?mail|print|copy\s+link|save|share|tweet
      |google(?:\s*\+|\s+plus)?|more|play|bluesky|threads|sms|text\s+message)(?:[\s|,/·•]+|$))+
    | (?:related|more(?=\s*:)|read\s+more|see\s+also|also\s+read|read\s+next
      |more\s+on\s+this|recommended|watch|most\s+read
      |trending|up\s+next)
      (?:\s+(?:stories|articles|coverage|content|news|videos?|topics?))?\s*(?:[:>»].{0,200})?
    | (?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:the\s+)?\d{4}\b.{0,300}|(?:all\s+rights\s+reserved)\b.{0,200}
    | (?:copyright|©)\s.{0,120}all\s+rights\s+reserved.{0,200}
    | this\s+material\s+may\s+not\s+be\s+(?:published|reproduced).{0,200}
    | (?:we\s+use|this\s+(?:web)?site\s+uses)\s+cookies\b.{0,300}
    | by\s+(?:continuing|clicking)\b.{0,80}\b(?:you\s+agree|cookies|terms).{0,200}
    | (?:terms\s+of\s+(?:use|service)|privacy\s+policy|cookie\s+(?:policy|settings)|
      do\s+not\s+sell\s+my\s+(?:personal\s+)?information)
      (?:[\s|·•,]+.{0,80})?
    | (?:log|sign)\s+in(?:\s+to\s+.{0,60})?|create\s+(?:a\s+free\s+|an\s+)?account\b.{0,60}
    | (?:leave|post|add|view|read|show|hide)\s+(?:a\s+|all\s+|\d+\s+)?comments?\b.{0,60}
    | \d+\s+comments?|comments?\s*\(\d+\)|comments?
    | (?:skip\s+to|jump\s+to)\s+(?:main\s+)?(?:content|navigation).{0,20}
    | back\s+to\s+top|load\s+more|show\s+more|view\s+(?:all|more)\b.{0,40}
    | view\s+this\s+post\s+on\s+instagram|loading\W*|close|menu|search|play(?:\s+video)?|\d+\s+of\s+\d+
    | \d+\s+min(?:ute)?s?\s+read|please\s+enable\s+java\s?script\b.{0,120}
    | (?:your\s+)?browser\s+does\s+not\s+support\b.{0,80}
    | read\s+or\s+share\s+this\s+story\b.{0,160}
    | stay\s+(?:up[\s-]to[\s-]date|updated|connected|informed)\b.{0,30}
      \b(?:follow|like|with\s+our|download|on\s+the\s+go)\b.{0,100}
    | follow\s+[\w.'’ ]{2,40}:\s*(?:facebook|twitter|instagram)\b.{0,80}
    | (?:join\s+the\s+conversation|keep\s+up\s+with|connect\s+with|like\s+us|find\s+us)\b.{0,80}
      \b(?:facebook|twitter|instagram|social\s+media)\b.{0,60}
    | text\s+["“']?\w+["”']?\s+to\s+\d{4,6}\b.{0,160}
    | (?:contact|reach|e-?mail)\s+[\w .,'’-]{3,80}(?:\sat|:)\s+\(?[\w.+@()-]*(?:@|\d{3}).{0,200}
    | (?:call|reach)\s+[\w.'’ -]{2,40}\breporter\b.{0,200}
    | (?:twitter|facebook|instagram|e-?mail)\s*:?\s+@?[\w.@-]+
    | (?:advertisement\s+)?related\s+(?:coverage|headlines|content|stories|articles|links?)\b.{0,200}
    | (?:raw\s+|full\s+|live\s+)?(?:photos?|images?|videos?|gallery|slide\s?show|pictures|watch|listen)\s*:\s.{0,160}
    | slide\s?show|watch\s+(?:this\s+story|live)\b.{0,60}
    | watch\s+(?:the\s+)?[\w\s]{0,30}\bvideo\s+(?:above|below)\b.{0,40}
    | e-?mail\s+notifications\s+are\b.{0,140}|we\s+have\s+sent\s+you\s+a\s+verification\s+e-?mail\b.{0,160}
    | you\s+need\s+the\s+latest\s+version\s+of\b.{0,160}
    | want\s+to\s+talk\s+about\s+the\s+news\b.{0,200}
    | copyright\s+[\w .,'’/&-]{3,60}
    | \d{1,2}:\d{2}\s+(?!(?:[ap]\.?m\b|hours?\b))(?!.*[.!?]["”’]*$)["'‘“]?(?-i:[A-Z]).{8,200}
    | (?-i:\+\s?[A-Z][^.]{10,140})
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}
    | also|photos?|previous\s+stories|original\s+story|skip\s+ad|article\s+map|stories\s+of\s+the\s+day|excluding\s+the
    | more\s+(?:content|stories|news|coverage)\s+(?:from|on|about)\b.{0,60}:?
    | watch\s+(?:the\s+story|[\w .'’-]{2,40}\bon\s+demand\b.{0,80})
    | stay\s+(?:with|tuned)\b.{0,60}\b(?:for|as)\b.{0,80}
    | (?:\d{1,2}/\d{1,2}/\d{2,4}\s+)?related\s+stor(?:y|ies)\s*:.{0,160}
    | information\s+from\s*:.{0,120}|attached\s+media\s+files?\s*:.{0,160}
    | (?:the\s+)?associated\s+press\s+contributed
    | show\s+caption|hide\s+caption|view\s+full\s+caption|image\s+\d+\s+of\b.{0,60}
    | image\s+(?:[2-9]|\d\d+)\s+of\b.{0,380}
    | (?:(?:hide|show)\s+(?:the\s+)?transcript\s*)+|\(?source\s*:\s*\S+\)?|[a-z](?:\s[a-z]){1,3}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


_INSIDE = tuple(  # a word that the line must hold in small letters, and the pattern of the whole line
    (word, re.compile(rf"^\W*(?:{pattern})\W*$", re.IGNORECASE))
    for word, pattern in (
        ("inbox", r"[^.]{0,120}\b(?:in|to|into)\s+your\s+inbox\b.{0,120}"),
        (
            "sign up",
            r".{0,160}\bsign\s+up\s+(?:for|to)\s+(?:our|the|one\s+of\s+our)\b.{0,60}"
            r"\b(?:newsletters?|alerts?|updates|briefing)\b.{0,60}",
        ),
        (
            "contributed",
            r"[^“”\"]{3,160}\bcontributed\s+(?:reporting\s+)?to\s+this\s+(?:report|story|article)\b.{0,220}",
        ),
        ("download", r".{0,140}\bdownload\s+(?:our|the)\b.{0,40}\bapps?\b.{0,120}"),
        ("install", r"[\w .'’-]{2,40}\bapp\b.{0,20}\binstall\b.{0,80}"),
        ("rights reserved", r"[^“”\"]{0,200}\ball\s+rights\s+reserved\b.{0,200}"),
        ("issued", r"[\w ]{3,40}\b(?:watch|warning|advisory|statement)\s+issued\b.{0,80}\bexpir(?:ing|es)\b.*"),
        ("will have more", r"[\w .'’-]{2,40}\bwill\s+have\s+more\s+(?:information|details|on\s+this)\b.{0,60}"),
        (
            "has a",
            r"[^“”\"]{2,60}\bhas\s+a\s+(?:crew|reporter|team|photographer)\s+(?:on|at|headed|heading|en\s+route)\b[^“”\"]{0,140}",
        ),
        ("these are", r"[^“”\".]{0,120},\s+these\s+are\s+(?:the\s+)?(?:pictures|photos|images)\b.{0,120}"),
        ("http", r"[^.!?]{0,80}:\s*https?://\S+"),
        ("free apps", r"free\s+apps\b.{0,60}"),
    )
)
_PROMISE = re.compile(
    r"""^\W*(?:
      this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b[^“”"]{0,140}
    | (?:this|the)\s+(?:developing\s+)?(?:story|article|post|report|page|item)\s+
      (?:is\s+(?:still\s+)?developing|will\s+be\s+updated|is\s+being\s+updated|has\s+been\s+updated\W*$)[^“”"]{0,120}
    | (?:please\s+)?(?:check|click|come|refresh|keep\s+checking)\s+(?:back|this\s+page|here)\b[^“”"]{0,80}
      \b(?:updates?|details|information|more|later|developments)\b.{0,40}
    | an?\s+corrected\s+version\s+of\s+(?:the|this)\s+story\s+(?:is|appears|follows)\b.{0,20}
    | we(?:\s+will|['’]ll)\s+(?:update|bring|provide|have|post|keep)\s[^“”"]{0,120}
      \b(?:updates?|details|information|story|available|posted)\b.{0,60}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""^\W*(?:
      [(\[]?(?:file\s+)?(?:photos?|images?|video|source|credits?|courtesy|photo\s+(?:credit|by|courtesy))
      (?:\s*[:/]\s*|\s+(?:by|courtesy|of|from)\s+)(?-i:[A-Z])[^.!?:]{1,70}[)\]]?
    | \([^)]{2,40}\b(?:photos?|image|via\s+[^)]{2,40})\)
    | \(?(?:published|posted|updated)\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
      [a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}.{0,40}
    | (?-i:[A-Z][\w.’'& -]{1,40}\bStaff\s+(?:Report|Writer)s?)
    | (?-i:(?:[A-Z0-9][\w.& -]{1,30}['’]s?\s+)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})\s
      (?:reports\b(?!\s+that)[^“”"]{0,50}|has\s+(?:more\s+(?:on|from|about|details)|(?:the\s+)?(?:latest|story|details))\b[^“”"]{0,60})
    | (?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})\s+is\s+an?\s+(?!.*\bwho\b)[^“”"]{0,60}
      \b(?:(?:staff\s+)?(?:writer|reporter|correspondent)|columnist|editor)\b[^“”"]{0,80}
    | (?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})\scovers\s[^“”"]{3,120}
    | (?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})(?:\s+and\s+(?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}))?
      \s+reported\s+from\s[^“”"]{2,60}
    | reporting\s+by\b[^“”"]{3,160}|(?:writing|editing|additional\s+reporting)\s+by\b[^“”"]{3,120}
    | our\s+standards\s*:.{0,80}
    | a\s+version\s+of\s+this\s+(?:article|story)\s+(?:appears|appeared|was\s+published|ran)\b.{0,240}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PROMPT = re.compile(
    r"""^\W*(?:
      (?:find|follow|like|visit|join|see)\s+.{2,40}\s+on\s+(?:x|twitter|facebook|instagram|threads|bluesky|tiktok)\b.{0,160}
    | (?:do\s+you\s+)?(?:have|got|know)\s+(?:a|any)\s+(?:news\s+|story\s+)?(?:tips?|story\s+ideas?)\?.{0,160}
    | (?:send|e-?mail|submit)\s+(?:us\s+)?(?:your\s+)?(?:news\s+|story\s+)?(?:tips|ideas)\s+to\b.{0,120}
    | (?:for|to\s+(?:get|find))\s+(?:more|further|additional)\s+information\b[^“”"]{0,160}
      (?:\b(?:please\s+)?contact\s+us|\b(?:visit|go\s+to|log\s+on\s+to|click)\b.{0,80}
       (?:www\.|https?:|\.(?:com|org|gov|net)\b|here).{0,60})
    | for\s+(?:media|press)\s+(?:inquiries|enquiries|questions|requests)\b[^“”"]{0,200}
    | (?:recall|raw(?:\s+video)?|previous|previously|earlier|flashback|background)\s*:(?!.*[.!?]["”’]*$).{3,160}
    | (?:get|read|see|watch|click\s+for|here['’]s)\s+(?:the\s+)?(?:full|whole|entire|complete|rest\s+of\s+the)\s+
      (?:story|article|report|coverage|interview|video)\b.{0,60}
    | (?:complete|full|continuing|continued)\s+coverage\b[^.]{0,120}
    | (?:here|these)\s+are\s+(?:the\s+)?(?:pictures|photos|images)\b.{0,120}
    | subscribe\s+or\s+log\s*in\b.{0,300}|(?:are\s+you|already|not)\s+a\s+(?:\w+\s+)?subscriber\b.{0,200}
    | (?:not\s+sure\s+if\s+you|don['’]t)\s+have\s+an\s+account\b.{0,80}|activate\s+your\s+account\b.{0,60}
    | like\s+this\s*:?\s+(?:like|loading)\b.{0,30}
    | (?:(?:buy|purchase)\s+(?:this\s+)?(?:photo|reprint)s?|order\s+reprints?
      |see\s+more\s+(?:videos|photos|stories))\b.{0,40}
    | (?:(?:non-?)?emergenc(?:y|ies)|phone|fax|tel(?:ephone)?|office|dispatch|tip\s*line)\s*:?
      \s*\(?[\d().\s-]{3,16}
    | related\s+(?:[\w.&-]+\s+){0,2}(?:stories|coverage|headlines|articles|links|videos?)
    | (?:crime|news|weather|traffic|sports)\s+(?:[\w.&-]+\s+){0,2}coverage
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_GALLERY = re.compile(
    r"\bcaption\s+close\b|\bback\s+to\s+gallery\b|\bcopy\s+this\s+code\s+to\s+your\b|\bview\s+as\s+(?:list|gallery)\b",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+?1[\s.-])?\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|@\w+|(?:https?://|www\.)\S+"
)
_NUMBER = re.compile(r"\d{3}[\s.-]\d{4}")
_REACHED = re.compile(
    r"\b(?:or|and|at|on|via|by|twitter|facebook|instagram|x|bluesky|e-?mail|phone|tel|fax|cell|office|call|text|ext|follow"
    r"|reach|contact|him|her|them|me|us)\b|\W+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s[|•·]\s")
_BOUNDARY = re.compile(r"(?<=[.!?)”\"’])\s+(?=[\w(“\"@])")
_TAIL = 300  # characters; furniture at the end of a paragraph is no longer


@lru_cache(maxsize=256)
def is_noise(line: str) -> bool:
    """Whether a line, or each line of several, is the furniture of a page (share links, rights, credits), not news."""
    if "\n" in line:
        return all(is_noise(one) for one in line.split("\n"))
    if _whole(line):
        return True
    kept = without_tail(line)
    return kept < len(line) and _whole(line[:kept])


@lru_cache(maxsize=256)
def without_tail(text: str) -> int:
    """How many characters of a paragraph are left without the furniture after its last sentence of news.

    "… at noon. (Photo: WXYZ) This is a developing story." has its credit and its promise cut off. At least one sentence
    is always left.
    """
    end = whole = len(text.rstrip())
    held = _held(text)
    while True:
        for boundary in _BOUNDARY.finditer(text, max(0, end - _TAIL), end):
            if _is_sentence(text[boundary.end() : end], held):
                end = boundary.start()
                break
        else:
            return end if end < whole else len(text)


def _held(text: str) -> list[re.Pattern[str]]:
    """The patterns whose word is in the text: only these can match it, or a sentence of it."""
    small = text.lower()
    return [pattern for word, pattern in _INSIDE if word in small]


def _is_sentence(sentence: str, held: list[re.Pattern[str]]) -> bool:
    """Whether a sentence is a promise, a credit, a prompt, or nothing but ways to reach somebody."""
    return (
        bool(_PROMISE.match(sentence) or _CREDIT.match(sentence) or _PROMPT.match(sentence))
        or _reach(sentence)
        or any(pattern.match(sentence) for pattern in held)
    )


def _whole(line: str) -> bool:
    if len(line) > _LONGEST:
        return len(line) < 10 * _LONGEST and len(_GALLERY.findall(line)) > 1
    return bool(
        _NOISE.match(line)
        or _is_sentence(line, _held(line))
        or _GALLERY.search(line)
        or not any(map(str.isalnum, line))
    )


def _reach(line: str) -> bool:
    """Whether a line is nothing but ways to reach somebody: addresses, numbers, handles; or a letterhead."""
    if not ("@" in line or "http" in line or "www." in line or _NUMBER.search(line)):
        return False
    if not _REACH.search(line):
        return False
    parts = _PARTS.split(line)
    if len(parts) > 2 and not line.rstrip().endswith(".") and any(_REACH.fullmatch(part.strip()) for part in parts):
        return True
    return not _REACHED.sub("", _REACH.sub(" ", line))


_LIST = re.compile(
    r"^\W*(?:also|related(?:\s+[\w.&-]+){0,2}\s+(?:stories|coverage|headlines|articles|links|videos?)|related"
    r"|(?:more|latest|top|previous|other|recent)\s+(?:stories|news|headlines|coverage|articles)(?:\s+(?:from|on|in|about)\b.{0,40})?"
    r"|more\s+(?:from|on|about)\b.{0,40}|most\s+(?:read|popular|viewed)|trending(?:\s+(?:now|stories))?|read\s+(?:more|next|also)"
    r"|see\s+also|recommended(?:\s+(?:for\s+you|stories))?|you\s+(?:may|might)\s+(?:also\s+)?like|in\s+other\s+news|up\s+next)\s*:?\s*$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"^\W*(?:[\w.&'’-]+\s){0,4}comment(?:s|ing|er)?\s+(?:policy|policies|guidelines|rules)\W*$", re.IGNORECASE
)


def is_over(line: str) -> bool:
    """Whether a line says that the article is over: the head of the rules for readers' comments."""
    return bool(_OVER.match(line))


_ENDED = re.compile(r"[.!?…:]['\"”’)\]]*\s*$|[”\"]\s*$")


def heads_a_list(line: str) -> bool:
    """Whether a line on its own stands over a list of the headlines of other stories ("ALSO", "Related stories:")."""
    return bool(_LIST.match(line))


def is_listed(line: str) -> bool:
    """Whether a line under such a head can be one of the list: a headline, which ends without a stop."""
    return len(line) <= 160 and not _ENDED.search(line)
