"""What a person did, by whose hand they came to harm and how they are now, by the words of the sentences that name them.

A robber who was shot and a gunman who shot himself are killed or hurt by all other words; that the hand was their own,
that they shot others or were armed tells them from victims. In the same way "is in stable condition" and "died
on Friday" are the person's own words, whatever the numbers told elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from math import log1p

from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.speaking import speaks
from sayso.reconcile.record.surroundings import Place

_BE = r"(?:was|were|is|been|being|be)"
_ADV = r"(?:\w+ly\s|also\s|later\s|then\s|reportedly\s)*"
_SELF = (
    r"(?:(?:kill(?:ed|ing|s)|sho(?:t|ots|oting)|on|then|and)\s(?:himself|herself)|self-inflicted|suicide|took\s(?:his|her)\sown\slife"
    r"|tak(?:ing|en)\s(?:his|her)\sown\slife)"
)
_CRIME = (
    r"(?:armed|announced\sa|demand(?:ed|ing)|robb(?:ed|ing|ery)|burglar\w*|broke\sinto|break(?:ing)?\sinto|stole|steal(?:ing)?|"
    r"point(?:ed|ing)|lung(?:ed|ing)|charged\sat|brandish\w*|barricad\w+|opened\sfire|open(?:ed|ing)\sfire|refus(?:ed|ing)|"
    r"attack(?:ed|ing)|ambush(?:ed|ing)|carjack\w*|threaten(?:ed|ing)|fled|fleeing|r[au]n\sfrom|(?<!shots\s)(?<!rounds\s)fired|"
    r"struck\san?\s(?:officer|deputy)|reached\sfor|pulled\s(?:out\s)?a|gun\sdown|went\sto\s\w+\s\w+\swith\sa\sgun)"
)
_ALIVE = (
    r"(?:(?:stable|good|fair|serious|critical|satisfactory)(?:,?\s(?:but\s)?(?:stable|critical))?\scondition|expected\sto\s(?:survive|recover|live|make|be\s(?:ok|okay|fine))|"
    r"recovering|recovered|(?:treated|was|been|and|is|were|since)\sreleased|released\sfrom|(?:out\sof|home\sfrom)\sthe\shospital|survived|survivor|non-life|not\slife|in\ssurgery|undergo\w+|alert|"
    r"being\streated|escaped|underwent|stabili[sz]ed)"
)
_DIED = (
    r"(?:died|dies|dead|deceased|passed\saway|succumbed|(?:did\snot|didn[’']t)\ssurvive|slain|shot\sand\skilled|gunned\sdown|"
    rf"{_BE}\s{_ADV}(?:killed|murdered)|fatally|shot\sto\sdeath|lost\s(?:his|her)\slife|mortally)"
)
_WITHIN = r"^(?:(?![.;]\s|\n|\bwhile\b|\bwhose\b|\bafter\b)[^“”\"]){0,90}?"
_STILL = r"^(?:(?![.;]\s|\n|\b(?:while|whose|after|when|that|before)\b|\b(?:and|but)\s(?:his|her|the|an?|[A-Z]))[^“”\"]){0,80}?"
"""As far as the words after a name are its own: to the next clause or person."""
_AFTER = {
    "self": rf"{_WITHIN}\b{_SELF}\b",
    "crime": rf"{_WITHIN}(?<!was\s)(?<!were\s)(?<!been\s)\b{_CRIME}\b",
    "handled": rf"{_WITHIN}\b(?:holding|handling|cleaning|loading|unloading|carrying|showing|examining|playing\swith|pulled|dropped|fired|discharged)\s(?:off\s|with\s)?(?:an?|the|his|her|their)\s(?:[\w.-]+\s){{0,3}}?(?:gun|handgun|pistol|rifle|shotgun|revolver|weapon|firearm|trigger)\b",
    "fired back": rf"{_WITHIN}\b(?:returned\s(?:the\s)?(?:fire|gunfire)|(?:fired|shot|shooting|firing)\sback|self-defen[sc]e)",
    "shot others": r"^(?:,[^.;\n]{0,60}?,)?\s(?:\w+ly\s|then\s|also\s)?(?:shot|killed|fatally\sshot|wounded|gunned\sdown|shooting|shoots|fired)\s(?!in\b|and\b|at\sthe\s(?:scene|home|hospital)|by\b|to\b|multiple|several|once|twice|while|during|on\b|outside|inside|near|dead|himself|herself)",
    "alive": rf"{_STILL}\b{_ALIVE}\b",
    "died": rf"{_STILL}\b{_DIED}\b",
}
_BEFORE = {
    "death of": r"\b(?:deaths?|murders?|killings?|slayings?|body|bodies|fatal\sshooting|killed|kill|killing|murdering)\s(?:of\s)?(?:(?:an?|the|his|her)\s)?(?:[\w-]+\s){0,3}$",
}
_TITLES = {
    "police": r"\b(?:officer|deputy|police|trooper)[- ]involved|\b(?:police|officers?|deput(?:y|ies)|cops?|troopers?)\s(?:\w+\s)?(?:shoot|kill|fatally)|(?:shot|killed|wounded|shooting)\s(?:\w+\s){0,3}?by\s(?:\w+\s){0,3}?(?:police|officers?|deput|cops?|troopers?)|\bpolice\sshooting",
    "self": r"\bmurder[- ]suicide|\b(?:himself|herself|self|suicide)\b",
}
_PRONOUN = re.compile(r"(?:[“\"])?(?:He|She|(?:The|the)\s(?:suspect|victim|teen\w*|boy|girl|m[ae]n|woman|officer|deputy|gunman|child|toddler|baby|\d\d-year-old))\b")  # fmt: skip
AFTER = {name: re.compile(p) for name, p in _AFTER.items()}
BEFORE = {name: re.compile(p) for name, p in _BEFORE.items()}
TITLES = {name: re.compile(p, re.IGNORECASE) for name, p in _TITLES.items()}
STATES = {"alive", "died"}
_FIRST, _LAST = 150, 200


def conduct(places: Sequence[Place], pages: Sequence[Page], found: dict[str, float]) -> None:
    """Add to `found` how much the sentences tell of each, and the next one where it goes on with a pronoun."""
    counts: dict[str, float] = defaultdict(float)
    latest: dict[str, int] = {}
    for at in places:
        text, here = at.page.text, at.sentence
        weight = max(here.weight, 0.1) * (1.0 if here.own else 0.5)
        before = text[max(here.start, at.start - _FIRST) : at.start]
        after = text[at.end : min(here.end, at.end + _LAST)]
        told = {name for name, p in BEFORE.items() if p.search(before)}
        told |= {name for name, p in AFTER.items() if p.match(after)} if not speaks(before, after) else set()
        for name in told:
            counts[name] += weight
        if at.index + 1 < len(at.page.sentences):
            match = _PRONOUN.match(following := at.page.sentences[at.index + 1].text)
            if match:
                more = {name for name, p in AFTER.items() if p.match(following[match.end() :])}
                for name in more & STATES:
                    counts[f"then {name}"] += weight
                told |= more
        for name in told & STATES:
            latest[name] = max(latest.get(name, -1), at.page.order)
    for name, total in counts.items():
        found[f"own {name}"] = log1p(total)
    found["own last died"] = float(latest.get("died", -1) > latest.get("alive", -1))
    found["own last alive"] = float(latest.get("alive", -1) > latest.get("died", -1))
    titles = "\n".join(page.reading.document.title or "" for page in pages)
    for name, pattern in TITLES.items():
        found[f"titles {name}"] = float(bool(pattern.search(titles)))
