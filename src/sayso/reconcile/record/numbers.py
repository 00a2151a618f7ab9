"""How many people each sentence says were killed, hurt or shot, with the words that say so.

Every person or group of persons of a sentence is put as a mark that holds how many they are: "a man and two women were
shot" becomes "⟦0⟧ and ⟦1⟧ were shot", one and two. A few patterns over the marked sentence tell what became of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.reconcile.record.crowds import RANKS, people_of
from sayso.reconcile.record.marks import signed
from sayso.reconcile.record.pages import GUNFIRE
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told

_SAID = r"(?!,?\s(?:said|says|told|added|explained|confirmed|testified)\b)"
_P = rf"⟦\d+⟧{_SAID}(?:,?\s\(?(?:ages?|aged)\s(?:\d+|,|\sand\s|\s)+\)?)?"
_JOIN = r"(?:,\s(?:and\s)?|,?\sand\s(?:then\s|also\s)?|\sas\swell\sas\s|,?\salong\swith\s|\s&\s|,\splus\s)"
_AMONG = rf"(?:,?\s\(?(?:including|among\sthem)\s(?:[\w-]+\s){{0,2}}?{_P}(?:{_JOIN}{_P})*[,)]?)?"
_GROUP = rf"(?P<g>{_P}(?:{_JOIN}{_P})*){_AMONG}"
_NOT_OTHERS = r"(?!⟦|[;!?]\s|\b(?:said|says|told|no one|he|she|they|who|police)\b)."
_GAP = rf"(?:,?\swho)?(?:{_NOT_OTHERS}){{0,45}}?"
_LONG = rf"(?:,?\swho)?(?:{_NOT_OTHERS}){{0,110}}?"
_BE = r"\s(?:(?:was|were|is|are|has|have|had|been|being|be|got|gets|also|later|then|both|all|reportedly|apparently|confirmed|accidentally|critically|seriously|badly|slightly|still|now|each|initially|left|found|remains?|remained|reported|since|pronounced|declared|soon|died|who)\s)*"
_DEAD = r"(?:killed|dead|died|dies|slain|murdered|deceased|executed|fatally\s(?:shot|wounded|injured|struck)|mortally\swounded|shot\s(?:and\skilled|to\sdeath|dead|fatally)|gunned\sdown|succumbed|pass(?:ed|es)\saway|lost\s(?:his|her|their)\sli(?:fe|ves)|lost\b(?=[.,;]|\sand\b|$)|(?:did\snot|didn[’']t)\ssurvive|dead\son\sarrival)"
_ALIVE = (
    r"(?:injured|wounded|hurt|hospitali[sz]ed|grazed|recovering|in\s(?:[\w-]+\s){0,3}condition|listed\sin|in\ssurgery|on\slife\ssupport|fighting\sfor|"
    r"expected\sto\s(?:survive|recover|live|be\sok|make)|treated\sand\sreleased|treated\sfor|released\sfrom\s(?:the\s|a\s)?(?:\w+\s){0,3}hospital|survived|clinging)"
)
_SHOT = r"(?:shot|struck|hit|taken\sto|rushed\sto|transported|airlifted|flown\sto|sent\sto|suffering\sfrom|suffered|sustained|with\s(?:\w+\s)?(?:apparent\s)?gunshot)"
_NOT_SHOT = r"(?!\s(?:and\skilled|dead|to\sdeath|fatally|at\s(?:by\b|⟦|him\b|her\b|them\b|each\b|police\b|(?:a|an|the|his|her|their)\s(?:\w+\s)?(?:car|vehicle|truck|house|home|police|man|suspect|officers?)\b)|back\b|by\spolice|by\san\sofficer|himself|himself|⟦|up\b))"
_EVENTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("killed", re.compile(rf"{_GROUP}{_GAP}(?:{_BE}|\s){_DEAD}\b(?!\s⟦|\s(?:man|woman|person|body|end|people)\b)")),
    ("killed", re.compile(rf"{_GROUP}{_LONG}\s(?:has\sdied|have\sdied|later\sdied|died\s(?:at|on|in|from|of|after|shortly|later|early)|pass(?:ed|es)\saway|(?:was|were)\s(?:later\s|both\s)?pronounced\sdead)\b")),
    ("killed", re.compile(rf"{_GROUP},?\s(?:of\s(?:them|whom)\s)?(?:fatally|dead)\b(?!\s(?:shot|shoots|wounded|wounds|stabbed|struck)\s⟦)")),
    ("killed", re.compile(rf"\b(?:shot\sand\skilled|shot\sto\sdeath|fatally\s(?:shot|shoots|shooting|wounded|wounding)|gunned\sdown|killed|kills|killing|murdered|murdering|claimed\sthe\sli(?:fe|ves)\sof|(?:deaths?|murders?|killings?|slayings?|homicides?|fatal\sshootings?)\sof)\s{_GROUP}(?!\s(?:injured|wounded|hurt|in\s|hospital|critical|serious|months|years))")),
    ("killed", re.compile(rf"\b(?:leaves|left|leaving|pronounced|declared|found)\s{_GROUP}\s(?:dead|deceased|dying)\b")),
    ("killed", re.compile(r"\b(?P<w>double|triple|quadruple|quintuple)[\s-](?:homicide|murder|killing|slaying|fatal|fatality)")),
    ("hurt", re.compile(rf"{_GROUP}{_GAP}{_BE}{_ALIVE}\b(?!\sand\s(?:killed|died)|\s⟦|\s(?!and\b)\w+\s⟦)")),
    ("hurt", re.compile(rf"{_GROUP}{_GAP}\s(?:suffer(?:ed|s|ing)?|sustain(?:ed|s|ing)?|received)\s(?:(?:minor|[\w-]*life[\s-]threatening|serious|slight|several|other|non|critical)\s){{0,3}}?(?:injur|graze)")),
    ("hurt", re.compile(rf"\b(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt|hurts|hurting|grazed|grazing)\s{_GROUP}")),
    ("hurt", re.compile(rf"\b(?:leaves|left|leaving|sends|sent|sending)\s{_GROUP}\s(?:\w+\s)?(?:injured|wounded|hurt|hospitali[sz]ed|in\s|to\s|with\s|critical|serious|fighting)")),
    ("shot", re.compile(rf"{_GROUP}{_GAP}{_BE}{_SHOT}\b{_NOT_SHOT}")),
    ("shot", re.compile(rf"\b(?:shot|shoots|struck|striking|hit|hitting|opened\sfire\son|shooting\sof|shooting)\s{_GROUP}")),
    ("shot", re.compile(r"\b(?P<w>double|triple|quadruple|quintuple)[\s-]shooting")),
)  # fmt: skip
_SELF = re.compile(
    r"\b(?:shot and killed|fatally shot|killed|killing|kills) (?:himself|herself|self)\b|\bkills? \w+,? (?:then )?self\b|\b(?:murder[-/ ]suicide)\b"
    r"|\b(?:took|takes|taking|taken) (?:his|her) own life\b|\b(?:committed|commits|committing|apparent|by) suicide\b"
    r"|\bturn(?:ed|s|ing)? (?:the|a|his|her) (?:\w+ )?(?:gun|weapon|rifle|pistol) on (?:himself|herself)\b|\bself-inflicted\b"
)
_NEGATED = re.compile(r"\b(?:not|never|neither|nor|no longer|nobody|without)\b|n[’']t\b")
_IF = re.compile(r"\b(?:if|should|unless|whether)\s$")
"""Before what is only supposed: "if the boy dies"."""
_SUPPOSED = re.compile(r"\bif\s(?:the|a|an|he|she|his|her)\b[^,.;]{0,40}?\b(?:dies|died|dead|death)\b")
_AFTER = re.compile(r"\bmurder[-/ ]suicide|\bthen\b|\bbefore\b|\b(?:and|,) self\b")
"""What tells that somebody who shot themselves had shot others first."""
_NONE = re.compile(
    r"\b(?:no one|nobody|no other people|none)\s(?:else\s)?(?:in\s\w+\s\w+\s)?(?:was|were|is|has been|appears to have been)\s(?:reported\s|believed to be\s|seriously\s)?(?:injured|hurt|killed|hit|shot|struck|wounded|harmed)"
    r"|\bno\s(?:other\s|reported\s|reports of\s|serious\s|apparent\s|known\s)?(?:injuries|casualties|victims|deaths|fatalities)\b|\b(?:not|n[’']t) (?:hurt|injured|hit|harmed|struck|shot)\b",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"\b(?:fatal|fatally|homicide|murder|murdered|slain|slaying|coroner|medical examiner|autopsy|deadly|killed|dead|died|dies|death|manslaughter)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:non-?\s?life[- ]threatening|expected to (?:survive|recover|live|be ok)|(?:critical|stable|serious|fair|good|grave)(?: but stable)? condition|recovering|"
    r"treated and released|released from|survived|life support|wounded|injured|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(?i)(?:[\w-]+\s){1,3}of\s(?:them|whom|those|the)\b|one\sfatally\b")
NEAR = 12
"""Numbers of one sentence stand by kind, so that what was told before may come after, but not by more than these."""
_TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a sentence tells: `kind` is killed, hurt, shot, rank (a "third victim"), self (by their
    own hand), after (so, having shot others), none, death or life; `n` how many, `stated`
    whether a number is said and not one person described; `told` the sentence, `sign` the words. `whom` tells persons
    apart where each is told of: by number of the named person, age, or kind of noun. `among`: of how many they were
    ("two of them died"), 0 where no such number was told just before."""

    kind: str
    n: int
    stated: bool
    told: Told
    sign: Sign
    whom: tuple[str, ...] = ()
    among: int = 0


def numbers(told: Sequence[Told]) -> tuple[Number, ...]:
    """Every number that the coverage tells, sentence by sentence, in order."""
    return tuple(_among([n for one in told for n in _told(one)]))


def _among(found: list[Number]) -> list[Number]:
    """The numbers with what they are a part of: "Five were wounded and two of them died" tells of five who were shot."""
    for k, part in enumerate(found):
        if part.kind != "killed" or not _PART.match(
            part.told.sentence.text, part.sign.start - part.told.sentence.start
        ):
            continue
        before = [
            j
            for j, n in enumerate(found[: k + NEAR])
            if n.kind in {"hurt", "shot"}
            and n.n > part.n
            and n.told.page is part.told.page
            and part.told.index - n.told.index <= 2
            and n.sign.start < part.sign.start
        ]
        if before:
            whole = max(before, key=lambda j: found[j].sign.start)
            found[k] = replace(part, among=found[whole].n)
            found[whole] = replace(found[whole], kind="shot")
    return found


def _told(one: Told) -> Iterator[Number]:
    text = one.sentence.text
    if not (any(p.search(text) for p in (GUNFIRE, _LIFE, _DEATH)) or _SELF.search(text.lower())):
        return
    people = people_of(one)
    marked, offsets, kept = signed(_lower(text), [(s.start, s.end) for s in people])
    someone = [people[k] for k in kept]

    def number(kind: str, n: int, stated: bool, start: int, end: int) -> Number:
        at = one.sentence.start
        sign = Sign(one.page.order, at + start, at + max(end, start + 1), str(n), one.sentence.weight)
        return Number(kind, n, stated, one, sign)

    seen: dict[str, list[tuple[int, int]]] = {}
    for kind, pattern in _EVENTS:
        for match in pattern.finditer(marked):
            start, end = offsets[match.start()], offsets[match.end()]
            if "g" not in match.groupdict():
                yield number(kind, _TIMES[match["w"]], True, start, end)
                continue
            if _NEGATED.search(match.group()) or _IF.search(marked, max(0, match.start() - 12), match.start()):
                continue
            group = [someone[int(g)] for g in re.findall(r"⟦(\d+)⟧", match["g"])]
            first, last = group[0].start, group[-1].end
            over = {"killed": ("killed",), "hurt": ("hurt", "killed"), "shot": ("shot", "hurt", "killed")}[kind]
            if any(s.count is None for s in group):
                continue
            if any(a < last and first < b for k in over for a, b in seen.get(k, ())):
                continue
            if any(s.key != "suspect" for s in group):
                seen.setdefault(kind, []).append((first, last))
            n = sum(s.count or 0 for s in group)
            told = number(kind, n, len(group) > 1 or any(s.stated for s in group), min(start, first), max(end, last))
            yield replace(told, whom=tuple(s.key for s in group if s.key))
            rank = max((RANKS.index(w) + 2 for s in group for w in s.key.split() if w in RANKS), default=0)
            if rank:
                yield number("rank", rank, True, first, last)
    low = _lower(text)
    for kind, pattern in (("self", _SELF), ("none", _NONE), ("death", _DEATH), ("life", _LIFE)):
        found = None if kind == "life" and _NONE.search(low) else pattern.search(_told_for_sure(low, kind))
        if found:
            if kind == "self" and (seen or _AFTER.search(low)):
                kind = "after"
            yield number(kind, 0 if kind == "none" else 1, False, found.start(), found.end())


def _told_for_sure(text: str, kind: str) -> str:
    """The text, for a death without what is only supposed, which is blank."""
    return _SUPPOSED.sub(lambda m: " " * len(m.group()), text) if kind == "death" else text


def _lower(text: str) -> str:
    """In lower case, character for character: "İ" would become two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
