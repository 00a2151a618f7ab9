"""The words that stand around a person's name: right before it, right after it, in its sentence and those beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from sayso.reconcile.record.evidence import Evidence
from sayso.reconcile.record.pages import Page, Sentence
from sayso.reconcile.record.speaking import speaks

_LEFT = {
    "rank": r"\b(?:Sgt|Lt|Det|Capt|Cpl|Maj|Col|Cmdr|Supt|Ofc|Officer|Deputy|Trooper|Detective|Sergeant|Lieutenant|Captain|Corporal|Agent|officer|deputy|trooper)\.?\s(?:\w+\s)?$",
    "office": r"\b(?:Sheriff|Chief|Commissioner|Mayor|Judge|Attorney|attorney|Prosecutor|prosecutor|Coroner|coroner|Gov|Governor|Sen|Rep|Rev|Pastor|pastor|Dr|Principal|President|Director|Superintendent|Spokes\w+|spokes\w+|Examiner|Commander|Major|Inspector|Councilm\w+|Alderman|lawyer|reporter|Reporter|Professor|Investigator|Coach|coach|judge|mayor|chief|sheriff)\.?,?\s(?:\w+\s)?$",
    "mr": r"\bM(?:r|rs|s|iss)\.?\s$",
    "kin": r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|['’]s?)\s(?:[\w-]+\s){0,2}?(?:mother|father|brother|sister|aunt|uncle|cousin|wife|husband|girlfriend|boyfriend|fianc[eé]e?|grandmother|grandfather|son|daughter|mom|dad|step\w+|friend|niece|nephew|widow|parents|roommate|neighbou?r|grandson|granddaughter|partner|ex)s?,?\s$",
    "victim": r"\b(?:victims?|[Dd]eceased|[Dd]ead|[Ii]njured|[Ww]ounded|[Kk]illed)\s?(?:was|were|is|are|as)?[,:]?\s(?:identified\s(?:\w+\s){0,3}?as\s)?$",
    "descr": r"\b(?:man|woman|boy|girl|teen(?:ager)?|toddler|infant|student|baby|resident|soldier|native|mother|father|rapper|player),?\s$",
    "identified": r"\b(?:identified|named)\s(?:\w+\s){0,5}?(?:as\s)?(?:\w+\s)?$",
    "suspect": r"\b(?:suspects?|gunm[ae]n|shooters?|defendants?|accused|killer)(?:\s(?:was|is|as|identified\sas))?[,:]?\s$",
    "of": r"\b(?:death|deaths|murder|murders|killing|killings|shooting|slaying|homicide)\s(?:\w+\s)?of\s(?:\w+\s)?$",
    "charged": r"\b(?:charged|arrested|charging|arresting|indicted|against|warrants?\sfor|wanted|custody|sentenced|convicted|arrest\sof|apprehended)[,:]?\s(?:\w+\s){0,2}$",
    "shot": r"\b(?:shot|killed|killing|wounded|wounding|struck|injured|shooting|hit|hitting|striking|murdered|murdering)\s(?:and\s(?:killed|wounded|injured)\s)?(?:\w+\s)?$",
    "by": r"(?:^|\n)\s?(?:[Bb]y|BY|Photo|PHOTO|Video|Story|Posted|Written|Reported)(?:\sby)?:?\s$",
    "said": r"(?:\bsaid|\bsays|\badded|\baccording\sto|\btold|\bexplained|\brecalled)\s(?:\w+\s){0,3}$",
    "witness": r"\b(?:[Ww]itness|[Nn]eighbou?r|[Rr]esident|[Bb]ystander|[Oo]wner|[Mm]anager|[Ee]mployee|[Cc]ustomer|[Cc]lassmate|[Ff]riend|[Cc]oworker)s?,?\s$",
    "memory": r"\b(?:for|remember|remembered|mourn\w*|loss\sof|vigil\sfor|memory\sof|justice\sfor|pray\w*\sfor|[Ll]ittle)\s$",
    "age": r"\b(?:\d{1,2}|\w+)[- ]years?[- ]old\s(?:\w+\s){0,3}$",
    "shooter": r"\bby\s(?:\w+\s)?$",
    "list": r"(?:^|\n|[;•·*–-])\s*$",
    "and": r"(?:,|,?\sand|;)\s(?:\d{1,2}[- ]year[- ]old\s)?$",
}
_RIGHT = {
    "age": r"^(?:,\s(?:age[d]?\s|an?\s)?\d{1,2}\b(?!\s(?:a\.?m|p\.?m|people|block|of\s))|\s\((?:age\s)?\d{1,2}\))",
    "home": r"^(?:,\s(?:aged?\s)?\d{1,2})?,?\s(?:both\s)?(?:of|from)\s(?:the\s\d+|[A-Z])",
    "said": r"^(?:,[^.,\n]{0,70},)?\s(?:said|says|told|added|explained|recalled|wrote|stated|confirmed|described|announced|noted|testified)\b",
    "shot": r"^(?:,(?:[^.\n]{0,60}?,)?)?\s(?:who\s)?(?:was|were|is|had\sbeen|has\sbeen)\s(?:\w+ly\s|also\s|both\s|later\s|then\s)?(?:shot|killed|wounded|injured|struck|hit|found|pronounced|murdered|gunned|grazed|slain)\b",
    "died": r"^(?:,(?:[^.\n]{0,60}?,)?)?\s(?:who\s)?(?:later\s|also\s|has\s)?(?:died|dies|succumbed|suffered|sustained|passed)\b",
    "taken": r"^(?:,(?:[^.\n]{0,60}?,)?)?\s(?:who\s)?(?:was|were|is|remains|remained|are|has\sbeen)\s(?:\w+ly\s|also\s|then\s|later\s)?(?:taken|rushed|airlifted|transported|flown|treated|hospitalized|listed|in\s|expected|recovering|admitted)",
    "held": r"^(?:,(?:[^.\n]{0,60}?,)?)?\s(?:who\s)?(?:was|were|is|has\sbeen|had\sbeen|are|have\sbeen|remains|remained)\s(?:\w+ly\s|also\s|then\s|later\s|being\s)?(?:arrested|charged|booked|held|indicted|accused|jailed|wanted|convicted|sentenced|arraigned|in\s(?:custody|jail)|taken\sinto\scustody|facing|on\sthe\srun|extradited)",
    "did": r"^(?:,(?:[^.\n]{0,60}?,)?)?\s(?:who\s)?(?:allegedly|faces|plead(?:s|ed)?|pled|entered|confessed|admitted|surrendered|turned|opened|fled|fired|shot|killed|pulled|pointed|got\sinto|appeared|barricaded|began)\b",
    "his": r"^['’]s?\s(?:[\w-]+\s){0,2}?(?:mother|father|family|friend|brother|sister|parents|cousin|aunt|uncle|wife|husband|son|daughter|body|death|funeral|murder|killing|girlfriend|boyfriend|life|injur\w+|wounds?|condition|mom|dad|grand\w+)",
    "case": r"^['’]s?\s(?:[\w-]+\s){0,2}?(?:attorney|lawyer|bond|bail|arrest|trial|home|house|car|vehicle|gun|charges?|hearing|case|apartment|record)",
    "post": r"^,\s(?:an?\s|the\s|who\sis\s(?:a|an|the)\s)?(?:[\w-]+\s){0,4}?(?:spokes\w+|chief|sheriff|detective|prosecutor|coroner|director|attorney|mayor|superintendent|reporter|principal|commander|pastor|judge|neighbou?r|owner|manager|witness|president|professor|lawyer|coach|commissioner|resident|who\slives|who\ssaid|who\sheard)",
    "kin": r"^,\s(?:the\s|his\s|her\s|an?\s)?(?:[\w’'-]+\s){0,3}?(?:mother|father|brother|sister|aunt|uncle|cousin|wife|husband|girlfriend|boyfriend|grandmother|grandfather|son|daughter|friend|niece|nephew)\b",
    "photo": r"^\s?(?:[(|/]\s?(?:Photo|PHOTO|Source|Courtesy|Provided|Image|credit)|[—–|/-]\s?[A-Z][\w\s]{1,25}\))",
    "news": r"^\s?(?:[,/|(]|[–—-])\s?(?:The\s|Staff|News|[A-Z]{3,}|[\w]+\.com|[Rr]eporter|Tribune|Post|Times|Associated)",
    "end": r"^\s*(?:\n|$)",
}
_TOLD_OF = frozenset({"shot", "died", "taken", "held", "did"})
"""What follows a name and tells of that person."""
_SENTENCE = {
    "shot": r"\b(?:shot|gunfire|gunshot|shooting|bullet|opened fire)\b",
    "dead": r"\b(?:killed|dead|died|dies|death|deceased|passed\saway|succumbed|fatal\w*|murder\w*|slain|homicide|body)\b",
    "hurt": r"\b(?:wounded|injured|injur\w+|hospital|condition|surgery|wounds?|grazed?)\b",
    "held": r"\b(?:arrest\w*|charg\w+|custody|jail\w*|bond|bail|court|warrants?|indict\w*|pleaded|sentenc\w+|convict\w*)\b",
    "suspect": r"\b(?:suspects?|gunm[ae]n|shooters?|alleged\w*)\b",
    "victim": r"\bvictims?\b",
    "identified": r"\b(?:identified|named)\b",
    "quote": r"[“”\"]",
    "said": r"\b(?:said|says|told)\b",
    "speaker": r"\b(?:spokes\w+|according to|witness\w*|neighbou?rs?)\b",
    "mourn": r"\b(?:vigil|funeral|memorial|remember\w*|mourn\w*|loved|family)\b",
    "old": r"\b\d{1,2}[- ]years?[- ]old\b",
    "past": r"\b(?:years? ago|in (?:19|20)\d\d|previous\w*|convicted)\b",
}
_TOLD = r"(?:(?!himself|herself|themselves)[\w’'.-]+\s){0,6}?"
_AS = rf"(?:,|:|\sis|\swas|\sas|\sincluded?|\sincluding|\sidentified\sas|\s(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:later\s|now\s|also\s)?(?:identified|named)\s{_TOLD}as)?"
_OTHERWISE = r"(?:suspects?|gunm[ae]n|shooters?|victims?|with|in|for|after|death|killing|shooting|murder|kill|shot|killed|by|and|not)"
_WHAT = rf"(?:\d{{1,2}}[- ]years?[- ]old\s|(?:an?|the|of)\s|(?!{_OTHERWISE}\b)[\w’'-]+\.?\s){{0,4}}$"
_HIT = r"(?:victims?|survivors?|deceased|decedent|(?:killed|slain|murdered|wounded|injured|dead)(?:\s(?:man|woman|boy|girl|teen(?:ager)?|child|student|officer|deputy|person|people|ones?))?|one\sof\s(?:those|the)\s(?:\w+\s)?(?:killed|wounded|injured|shot))"
_SUSPECTED = r"(?:suspects?|gunm[ae]n|shooters?|accused|killer|defendants?|assailant|perpetrator)"
_HITS = (
    r"(?:(?:shot|struck|hit|wounded|injured|grazed|killed|shooting|striking|hitting|wounding|injuring|grazing|killing)(?:\sand\s(?:killed|killing|wounded|injured))?"
    r"|(?:fired|firing|opened\sfire|opening\sfire|shot|shooting)\s(?:at|on)|(?:attempt|try|tried|attempted|trying|attempting)\sto\skill|attempted\s(?:murder|killing)\sof)"
)
_LABELS = {
    "victim": (
        rf"\b{_HIT}(?:['’]s\sname)?{_AS}\s{_WHAT}|(?<!was\s)(?<!were\s)\b{_HITS}\s{_WHAT}|\b{_HITS}\s[^.;]{{0,60}}\sothers?\s?[—–:-]\s?{_WHAT}",
        r"^,?[^.;\n]{0,60}?\b(?:was|is|were)\s(?:among|one\sof)\s(?:the\s|those\s)?(?:\w+\s){0,4}?(?:killed|wounded|injured|shot|victims|hospitalized|dead)\b|"
        r"^,?\s(?:\d\d,\s)?(?:the|a|an|another|one\sof\sthe)\s(?:\w+\s){0,2}?(?:victims?|survivors?)\b|^['’]s?\s(?:gunshot\s)?(?:wounds?|injur\w+|condition|body|death|murder|killing)\b",
    ),
    "suspect": (
        rf"\b{_SUSPECTED}(?:['’]s\sname)?{_AS}\s{_WHAT}|\b(?:charged|arrested|booked|indicted|charges\sagainst|warrants?\s(?:\w+\s)?for)\s{_WHAT}",
        r"^,?[^.;\n]{0,60}?\b(?:was|is|were|has\sbeen|faces|pleaded|pled)\s(?:\w+\s)?(?:charged|arrested|accused|indicted|arraigned|wanted|guilty|not\sguilty|charges?)\b",
    ),
}
LABELS = {name: (re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for name, (a, b) in _LABELS.items()}
_THE = re.compile(r"\b(?:the|The|at|At)\s$")
LEFT = {name: re.compile(p) for name, p in _LEFT.items()}
RIGHT = {name: re.compile(p) for name, p in _RIGHT.items()}
SENTENCE = {name: re.compile(p, re.IGNORECASE) for name, p in _SENTENCE.items()}
_PRONOUN = re.compile(r"(?:He|She|They|The\s(?:victim|suspect|teen|boy|girl|man|woman|officer|deputy))\b")


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a person is named: the page, its sentence and the offsets in the page's text."""

    page: Page
    index: int
    sentence: Sentence
    start: int
    end: int


def mentions(one: Evidence, pages: Sequence[Page]) -> Iterator[Place]:
    """Every place where the person is named, in the order of documents."""
    if one.person is None:
        return
    starts: dict[int, list[int]] = {}
    for order, start, end in one.person.places:
        page = pages[order]
        known = starts.setdefault(order, [s.start for s in page.sentences])
        index = max(bisect_right(known, start) - 1, 0)
        yield Place(page, index, page.sentences[index], start, end)


def around(places: Sequence[Place], found: dict[str, float]) -> None:
    """Add to `found` how often words of each class stand around the name, by how much the sentences count."""
    counts: dict[str, float] = defaultdict(float)
    for at in places:
        text, sentence = at.page.text, at.sentence
        weight = max(sentence.weight, 0.1) * (1.0 if sentence.own else 0.5)
        before = text[max(0, at.start - 60) : at.start]
        line = before.rfind("\n")
        before = before[line:] if line >= 0 else before
        after = text[at.end : at.end + 90]
        for name, pattern in LEFT.items():
            if pattern.search(before):
                counts[f"left {name}"] += weight
        quoted = speaks(before, after)
        for name, pattern in RIGHT.items():
            if pattern.match(after) and not (name in _TOLD_OF and quoted):
                counts[f"right {name}"] += weight
        for name, pattern in SENTENCE.items():
            if pattern.search(sentence.text):
                counts[f"in {name}"] += weight
        _labelled(at, found)
        previous = at.page.sentences[at.index - 1].text if at.index else ""
        for name in ("victim", "identified", "held", "dead", "hurt", "suspect"):
            if SENTENCE[name].search(previous):
                counts[f"before {name}"] += weight
        following = at.page.sentences[at.index + 1].text if at.index + 1 < len(at.page.sentences) else ""
        if _PRONOUN.match(following):
            for name in ("held", "dead", "hurt", "suspect", "shot"):
                if SENTENCE[name].search(following):
                    counts[f"after {name}"] += weight
    for name, total in counts.items():
        found[name] = log1p(total)
        if name.startswith("in "):
            found[f"{name} share"] = total / max(1.0, sum(max(p.sentence.weight, 0.1) for p in places))


_BEFORE, _AFTER = 130, 120


def _labelled(at: Place, found: dict[str, float]) -> None:
    """Whether the words plainly call the person a victim or a suspect, at least once in a sentence that counts."""
    text, here = at.page.text, at.sentence
    before = text[max(0, here.start, at.start - _BEFORE) : at.start]
    after = text[at.end : min(here.end, at.end + _AFTER)]
    for name, (left, right) in LABELS.items():
        if left.search(before) or right.match(after):
            found[f"label {name}"] = max(found[f"label {name}"], min(1.0, 2 * here.weight))
    if " " in text[at.start : at.end] and _THE.search(before):
        found["after the"] = 1.0
