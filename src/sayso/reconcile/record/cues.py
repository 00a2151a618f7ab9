"""Who did what to whom, told by short patterns over sentences with their persons marked.

Each hit says of one mark that it was killed, hurt, suspected and so on, with the words that tell it and a weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reconcile.record.marks import Marked
from sayso.reconcile.record.speaking import speaks

_P = r"⟦\d+⟧"
_JOIN = r"(?:(?<=⟧)\.(?=,?\sand\s))?(?:\s(?=⟦)|\s?[—–]\s?|:\s|,\s(?:and\s)?|,?\sand\s(?:(?:his|her|their)\s(?:[\w-]+\s){1,3}?|\w+\s)?|\sas\swell\sas\s|;\s(?:and\s)?|,?\salong\swith\s|,?\sincluding\s|\s&\s)"
GROUP = rf"(?P<g>{_P}(?:{_JOIN}{_P})*)"
_GAP = r"(?:(?!⟦|[.;!?]\s|\bsaid\b|\bsays\b|\btold\b|\bwitness).){0,60}?"
_WHO = r"(?!['’])(?:(?:,\s(?:\d\d?|(?:an?|the|his|her|their|whose)\s[^,.;⟦\n]{3,50}|⟦\d+⟧['’]s\s[^,.;⟦\n]{3,50}))?,?\swho\b)?"
_BE = r"(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|been|being|got|be)"
_ADV = r"(?:\s(?:also|later|then|both|all|reportedly|apparently|allegedly|accidentally|fatally|critically|seriously|since|now|already|officially|formally|each|himself|herself|initially|subsequently|eventually|being|still|found|just|recently))*"
_DIED = (
    r"(?:killed|(?:pronounced|declared)\s(?:dead|deceased)|found\s(?:shot\sto\s|shot\sand\s)?(?:dead|death|killed|slain)|murdered|slain|executed|shot\s(?:and\skilled|to\sdeath|dead)|"
    r"gunned\sdown|fatally\s(?:shot|wounded|injured|struck)|mortally\swounded|dead\b|deceased|laid\sto\srest|shot\sfatally|shot\sin\sthe\s\w+\sand\s(?:killed|died))"
)
_DIES = r"(?:died|dies|succumbed|lost\s(?:his|her|their)\sli(?:fe|ves)|bled\sto\sdeath|passed\saway|did\snot\ssurvive|didn[’']t\ssurvive|perished)"
_HURT = (
    r"(?:shot\b|wounded|injured|hurt\b|struck|hit\b|grazed|hospitali[sz]ed|(?:taken|rushed|airlifted|transported|flown|brought|sent|driven|admitted)\s(?:by\s(?:an?\s)?\w+\s|via\s\w+\s|in\sa\s(?:\w+\s){1,2})?to\s(?:[\w’'.-]+\s){0,5}?"
    r"(?:[A-Z]{3,}|hospital|medical|trauma|Hospital|Medical|Trauma)|treated|expected\sto\s(?:survive|recover|live|be\sok)|in\s(?:\w+\s){0,3}condition|in\ssurgery|recovering|clinging|fighting\sfor|on\slife\ssupport|undergoing\ssurgery|"
    r"listed\s(?:as|in)|released\sfrom\s(?:the\s)?hospital|stabili[sz]ed|stable|critical\b|undergoing)"
)
_HELD = (
    r"(?:arrested|charged|accused|indicted|arraigned|convicted|sentenced|jailed|booked|detained|extradited|apprehended|"
    r"captured|wanted|sought|suspected|taken\sinto\s(?:police\s)?custody|in\s(?:police\s)?custody|held|behind\sbars|named\s(?:as\s)?a\ssuspect|identified\sas\s(?:a|the|one\sof)\s(?:\w+\s)?(?:suspect|shooter|gunman)|found\sguilty|believed\sto\sbe\sthe\s(?:shooter|gunman)|"
    r"facing|on\sthe\srun|at\slarge|due\sin\scourt|incarcerated|denied\sbond|denied\sbail|being\sheld|ordered\sheld|the\s(?:alleged\s)?(?:shooter|gunman|suspect)|a\ssuspect|a\sperson\sof\sinterest|lodged|remanded|scheduled\sto\s(?:appear|be)|expected\sto\s(?:appear|be\scharged)|set\sto\sbe)"
)
_DID = (
    r"(?:allegedly|faces?\b|plead(?:s|ed)?\s(?:guilty|not|no)|pled|enter(?:s|ed)\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,3}plea|confessed|admitted|surrendered|turned\s(?:himself|herself|themselves)\sin|opened\sfire|fled|(?<!shots\s)(?<!rounds\s)fired\s(?!from)|"
    r"pulled\s(?:out\s)?(?:a|his|her|the)\s(?:\w+\s)?(?:gun|handgun|pistol|weapon|trigger|firearm)|pulled\sthe\strigger|pointed\sa|barricaded|appeared\sin\scourt|"
    r"went\son\s(?:a|the)\s(?:shooting\s)?(?:rampage|spree)|then\s(?:shot|turned\sthe\sgun)|will\s(?:be\scharged|face|appear)|remains?\sin\s(?:\w+\s){0,3}(?:jail|custody)|"
    r"made\s(?:his|her|an)\s(?:\w+\s)?(?:court\s)?appearance|retrieved\sa|grabbed\sa|shot\sat|began\s(?:shooting|firing)|started\s(?:shooting|firing)|announced\sa\s(?:\w+\s)?robbery|demanded|(?:tried|attempted|trying|attempting)\sto\s(?:rob|carjack|steal)|robbed|broke\sinto|lunged|brandished|ambushed|was\sthe\s(?:alleged\s)?(?:shooter|gunman))"
)
_KILLS = r"(?:shot\sand\skilled|shot\sto\sdeath|fatally\s(?:shot|wounded|shooting|shoots|wounding)|gunned\sdown|killed|kills|killing|murdered|murdering|shooting\sand\skilling|claimed\sthe\sli(?:fe|ves)\sof|took\sthe\sli(?:fe|ves)\sof)"
_HURTS = r"(?:shot|shoots|shooting|wounded|wounding|wounds|injured|injuring|injures|struck|striking|strikes|hit|hits|hitting|grazed|grazing|grazes|shooting\sat|fired\sat|opened\sfire\son|sent|sending)"
_DEATH = r"(?:death|deaths|murder|murders|killing|killings|slaying|slayings|homicide|homicides|fatal\sshooting|shooting\sdeath|shooting\sdeaths|manslaughter|fatally\sshooting)"
_SHOT = r"(?:shot|killed|fatally\sshot|gunned\sdown|murdered|wounded)"
_SHOOTING = r"(?:shooting|shootings|wounding|attempted\smurder|attempted\shomicide|injuring)"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what it says of its group: `kind` is killed, hurt, suspect, arrested, officer, relative, witness,
    source, unhurt, free; `weight` how surely."""

    kind: str
    weight: float
    pattern: re.Pattern[str]


def _cue(kind: str, weight: float, pattern: str) -> Cue:
    return Cue(kind, weight, re.compile(pattern))


CUES = (
    _cue("killed", 1.0, rf"{GROUP}{_WHO},?{_GAP}\b{_BE}{_ADV}\s{_DIED}"),
    _cue("killed", 1.0, rf"{GROUP}{_WHO},?{_GAP}\b(?:has\s|have\s|had\s|later\s|also\s)*{_DIES}\b"),
    _cue("killed", 1.0, rf"{GROUP}{_WHO},?(?:(?!⟦|[.;]\s).){{3,160}}?\b(?:where|before|and|but|when)\s(?:(?:he|she|they)\s)?(?:was\s|were\s)?(?:later\s|both\s|also\s)?(?:died|dying|pronounced\sdead|declared\sdead|succumbed)\b"),
    _cue("killed", 1.0, rf"{GROUP},?\swho\s(?:(?![.;]\s).){{3,180}}?,\s(?:also\s|later\s|has\s)*(?:{_DIES}|(?:was|were)\s{_DIED})"),
    _cue("killed", 0.9, rf"{GROUP}{_WHO},?{_GAP}\b(?:suffered|sustained|had|received)\s(?:\w+\s){{0,3}}?(?:fatal|deadly|mortal)\b"),
    _cue("killed", 0.8, rf"{GROUP}{_WHO}\s(?:shot\s(?:and\skilled|to\sdeath|dead)|killed|found\sdead|gunned\sdown|fatally\sshot|dead|slain|murdered)\b(?!\s⟦)"),
    _cue("killed", 0.9, rf"\b{_KILLS}\s(?:the\s)?(?:of\s)?{GROUP}(?!\s(?:injured|wounded|hospital|hurt|in\s|with\s|with|critically|seriously|shot\b|recovering|facing))(?!['’]s\s(?!(?:and|,)))"),
    _cue("killed", 0.9, rf"\b(?:[Ff]ound|[Pp]ronounced|[Dd]eclared)\s(?:the\sbod(?:y|ies)\sof\s)?{GROUP}\s(?:(?!alive\b|⟦)\w+\s){{0,3}}?(?:dead|deceased|slain|shot\sto\sdeath|fatally)\b"),
    _cue("killed", 0.9, rf"\bfound\s(?:the\s)?bod(?:y|ies)\sof\s{GROUP}"),
    _cue("killed", 0.9, rf"{GROUP}(?:,|\s[—–-])\s(?:deceased|dead|killed)\b(?!\s⟦)"),
    _cue("killed", 0.9, rf"\b(?:left|leaving|leaves)\s{GROUP}\s(?:and\s\w+\s)?(?:dead|fatally)"),
    _cue("killed", 0.9, rf"\b{_DEATH}\sof\s(?:\w+\s)?(?:\w+\s)?{GROUP}"),
    _cue("killed", 0.8, rf"{GROUP}['’]s?\s(?:\w+\s)?(?:death|murder|killing|slaying|body|funeral|remains|autopsy|killer)\b"),
    _cue("killed", 0.9, rf"\b(?:murdering|slaying|dead|deceased|decedent|body|bodies)(?:\s(?:man|woman|teen))?\s?(?:,|:|\sof|\sis|\sas|\s(?:was|were|is|has\sbeen|have\sbeen)\s(?:\w+\s)?identified\sas|\sidentified\sas|\sto\sbe)\s(?:the\s)?{GROUP}"),
    _cue("killed", 0.9, rf"\b(?:memory|funeral|vigil|loss|slain)\s(?:for\s|of\s)?(?:\w+\s)?{GROUP}"),
    _cue("killed", 0.8, rf"\b[Tt]he\s(?:medical\sexaminer|coroner)[^.⟦]{{0,60}}identified[^.⟦]{{0,60}}{GROUP}"),
    _cue("killed", 0.9, rf"^(?:Also\s)?(?:Killed|Dead|Shot\sdead|(?:Pronounced|Declared|Found)\s(?:dead|deceased|shot\sto\sdeath))(?:\s[^⟦;]{{0,60}})?\s?(?:is|was|were|are|[:,])\s?{GROUP}"),
    _cue("hurt", 0.9, rf"^(?:Also\s)?(?:Injured|Wounded|Shot|Hurt|Hospitali[sz]ed)(?:\s[^.⟦]{{0,60}})?\s?(?:is|was|were|are|[:,])\s?{GROUP}"),
    _cue("victim", 0.8, rf"\b(?:[Vv]ictims?)(?:['’]s?)?(?:\sname|\sidentity)?\s?(?:,|:|\s(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:(?:identified\s)?as\s)?|\s(?:was\s)?(?:identified|named)\s(?:by\s(?:\w+\s){{1,3}})?as\s)\s?(?:the\s)?{GROUP}"),
    _cue("hurt", 0.9, rf"{GROUP}{_WHO},?{_GAP}\b{_BE}{_ADV}\s(?:also\s)?{_HURT}(?!\sand\skilled|\sto\sdeath|\sdead|\sfatally)"),
    _cue("hurt", 0.8, rf"{GROUP}{_WHO},?{_GAP}\b(?:suffered|sustained|received(?!\s(?:an?\s)?(?:\w+\s)?(?:calls?|reports?|tips?|word|information)\b)|(?:has|had)\s(?:an?\s)?(?:[\w-]+\s){{0,3}}?(?:wounds?|gunshot|graze|injur\w+|fractur\w+|broken|bullet)|remain(?:s|ed)\s(?:hospitali|in\s(?:\w+\s){{0,3}}condition)|survived|went\sto\s(?:\w+\s){{0,4}}hospital|took\sa\sbullet|is\sexpected\sto\s(?:survive|recover|live)|underwent)"),
    _cue("hurt", 0.7, rf"{GROUP}{_WHO}\s(?:shot\b(?!\sand\skilled|\sto\sdeath|\sdead|\sat\b|\s⟦)|wounded|injured|hurt|hospitali[sz]ed|in\s(?:critical|serious|stable))\b(?!\s⟦)"),
    _cue("hurt", 0.7, rf"{GROUP}\swith\s(?:an?\s|apparent\s)*(?:graze\swounds?|(?:gunshot|bullet)\swounds?\sto\s(?:the|his|her|an?)\s(?:\w+\s)?(?:leg|arm|hand|foot|shoulder|ankle|thigh|knee|buttocks)\b)"),
    _cue("hurt", 0.8, rf"\b{_HURTS}\s(?:at\s)?(?:the\s)?(?:of\s)?{GROUP}(?!['’]s\s)"),
    _cue("hurt", 0.9, rf"\b(?:left|leaving|leaves|sent|sends|sending)\s{GROUP}\s(?:\w+\s)?(?:injured|wounded|hospital|hurt|in\s|with\s|critically|seriously|to\s)"),
    _cue("hurt", 0.7, rf"\b{_SHOOTING}\s(?:of|at)\s{GROUP}"),
    _cue("hurt", 0.6, rf"{GROUP}['’]s?\s(?:\w+\s)?(?:injur|wound|condition|shooting|surgery|recovery|leg|arm|head|chest|back)"),
    _cue("suspect", 1.0, rf"{GROUP}{_WHO},?{_GAP}\b{_BE}{_ADV}\s{_HELD}"),
    _cue("suspect", 0.9, rf"{GROUP}{_WHO},?{_GAP}\b{_DID}"),
    _cue("suspect", 0.9, rf"{GROUP}\s(?:arrested|charged|accused|indicted|wanted|sentenced|convicted|jailed|arraigned)\b"),
    _cue("suspect", 1.0, rf"\b(?:arrested|charged|charging|accused|accusing|accuses|indicted|arresting|apprehended|captured|custody\sof|convicted|sentenced|suspected|detained)\s(?:\w+\s){{0,1}}{GROUP}"),
    _cue("suspect", 1.0, rf"\b(?:arrest|arrests|arraignment|indictment|capture|prosecution|conviction|trial|sentencing)\s(?:of|for|against)\s(?:\w+\s)?{GROUP}"),
    _cue("suspect", 0.9, rf"\b(?:suspects?|gunm[ae]n|shooters?|perpetrator|killer|defendants?|attacker)(?:\s(?:\w+\s)?(?:identified|named))?(?:\s(?:is|as|was|has\sbeen|have\sbeen|were)|,|:)?\s(?:(?:\w+\s)?(?:identified|named)\s(?:by\s(?:\w+\s){{1,3}})?(?:as|to\sbe)\s)?(?:as\s)?{GROUP}"),
    _cue("suspect", 0.9, rf"\b(?:charges?|warrants?|charge|evidence|case|complaint|murder\scounts?)\s(?:\w+\s)?(?:against|for)\s{GROUP}"),
    _cue("suspect", 0.8, rf"\b(?:searching|looking|search|hunt|manhunt)\sfor\s{GROUP}"),
    _cue("suspect", 0.8, rf"{GROUP}['’]s?\s(?:\w+\s){{0,2}}(?:bail|bond|arrest|attorney|lawyer|trial|arraignment|charges|defense|mug\s?shot|sentence|sentencing|plea|gun\b|criminal\srecord|confession)"),
    _cue("suspect", 0.9, rf"{GROUP},?(?:\s[—–-])?\s(?:who\s)?(?:then\s|also\s|\w+ly\s)?(?:shot|killed|fatally\sshot|opened\sfire|gunned\sdown|murdered|wounded|ambushed|shoots|kills)\s(?:and\s(?:killed|wounded|injured)\s|at\s|both\s)?(?:⟦|him\b|her\b|them\b)"),
    _cue("suspect", 0.9, rf"(?<!video\s)(?<!photo\s)\b(?:shot|killed|wounded|hit|struck|gunned\sdown|murdered|fired|slain)\s(?:(?!and\b|which\b|that\b)\w+\s){{0,5}}?by\s(?:\w+\s){{0,2}}{GROUP}"),
    _cue("suspect", 0.8, rf"\b(?:Arrested|Charged|In\scustody|Wanted)\s(?:[^.⟦]{{0,60}}\s)?(?:is|was|were|are|[:,])\s?{GROUP}"),
    _cue("suspect", 0.8, rf"\bpolice\s(?:have\s)?(?:identified|named)\s(?:the\s)?(?:suspect|gunman|shooter)[^.⟦]{{0,30}}{GROUP}"),
    _cue("arrested", 1.0, rf"{GROUP}{_WHO},?{_GAP}\b{_BE}{_ADV}\s(?:arrested|charged|arraigned|booked|jailed|taken\sinto\scustody|indicted|convicted|sentenced|in\scustody|being\sheld|held)"),
    _cue("arrested", 1.0, rf"\b(?:arrested|charged|arresting|indicted|apprehended|captured)\s(?:\w+\s){{0,1}}{GROUP}"),
    _cue("free", 1.0, rf"{GROUP}['’]s?\sarrest\s(?:is|was|remains)\s(?:still\s)?pending\b"),
    _cue("free", 1.0, rf"{GROUP}{_WHO},?{_GAP}\b(?:(?:is|was|were|are|remains?|remained)\s(?:still\s)?at\slarge|(?:has|have|had)\snot\s(?:yet\s)?been\s(?:arrested|charged))"),
    _cue("relative", 1.0, rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|victim['’]s|⟧['’]s|⟧['’])\s(?:\w+\s){{0,2}}?(?:mother|father|brother|sister|aunt|uncle|cousin|wife|husband|girlfriend|boyfriend|fianc[eé]e?|grandmother|grandfather|son|daughter|mom|dad|stepfather|stepmother|friend|niece|nephew|widow|pastor|coach|neighbor|parents)s?,?\s{GROUP}"),
    _cue("relative", 0.9, rf"{GROUP},?\s(?:is\s|was\s)?(?:his|her|their|the\s\w+['’]s|⟦\d+⟧['’]s|[A-Z]\w+['’]s|a|an|the)\s(?:\w+\s){{0,2}}?(?:mother|father|brother|sister|aunt|uncle|cousin|sister-in-law|wife|husband|widow|daughter|son|neighbor|neighbour|pastor|coach|friend|grandmother|grandfather|mom|dad|niece|nephew|witness|resident|attorney|lawyer)\b(?!\sof\s(?:two|three|four))"),
    _cue("witness", 0.9, rf"\b(?:witness|neighbor|neighbour|resident|bystander|homeowner|employee|coworker|owner|manager|customer|friend|classmate)s?,?\s{GROUP}\s?(?:said|says|told|,)"),
    _cue("source", 0.8, rf"{GROUP}(?:,[^.⟦]{{0,70}},)?\s(?:said|says|told|added|explained|recalled|noted|tweeted|wrote|stated|confirmed|described|announced|reported|cautioned|acknowledged|remembered|asked|thinks|believes|declined|responded)\b"),
    _cue("source", 1.0, rf"(?:[,\"”’]\s(?:said|says|added|explained|recalled|noted)|\baccording\sto|\bspokes\w+|\btold\sby)\s(?:[A-Z]?\w+\.?\s){{0,4}}{GROUP}"),
    _cue("officer", 1.0, rf"\b(?:Sgt|Lt|Det|Capt|Cpl|Maj|Col|Supt|Sheriff|Chief|Detective|Sergeant|Lieutenant|Captain|Commander|Corporal|Major|Inspector|Commissioner|Marshal|Superintendent|Spokes\w+|spokes\w+|Mayor|Judge|Attorney|attorney|Prosecutor|Coroner|coroner|Examiner|Gov|Sen|Rep|Rev|Pastor|Councilman|Councilwoman|Councilmember|Alderman|President|Director|Dr|Principal|Superintendent|Magistrate|Investigator|reporter|prosecutor|judge|sheriff|chief|mayor|lawyer)\.?,?\s(?:[A-Z]\w+\s)?{GROUP}"),
    _cue("officer", 0.9, rf"{GROUP},\s(?:an?\s|the\s)?(?:\w+\s){{0,4}}?(?:spokes\w+|police\schief|chief|sheriff|detective|prosecutor|coroner|director|attorney|mayor|superintendent|reporter|principal|commander|pastor|judge)\b"),
    _cue("author", 1.0, rf"^(?:[Bb]y:?|BY|Written\sby|Posted\sby|Reported\sby|Reporter:?|Photo(?:\sby|:)?|Video\sby|CREATED|Follow|Contact|Email|Story\sby)\s{GROUP}"),
    _cue("author", 0.8, rf"(?:\(|\s[–—-]\s|\breports\s|reporter\s|/){GROUP}\s?(?:\)|reports|has\sthe\sstory|/|[,]?\s(?:The\s|Staff|News|staff)|[Tt]imes|Post\b)"),
    _cue("unhurt", 0.8, rf"{GROUP}{_WHO},?{_GAP}\b{_BE}\s(?:not\s(?:hurt|injured|harmed|shot|struck|hit)|unhurt|uninjured|unharmed)"),
    _cue("self", 1.0, rf"{GROUP}{_WHO},?{_GAP}\b(?:shot\sand\skilled\s(?:himself|herself)|killed\s(?:himself|herself)|(?:shot|shooting|killing)\s(?:himself|herself)|turned\sthe\sgun\son\s(?:himself|herself)|committed\ssuicide|took\s(?:his|her)\sown\slife|self-inflicted)"),
    _cue("self", 1.0, rf"{GROUP},?(?:\s[—–-])?\s(?:who\s)?(?:then\s|also\s|\w+ly\s)?{_SHOT}\s[^.;]{{0,160}}?\b(?:before|then|and)\s(?:then\s|\w+ly\s|later\s)*(?:shooting|killing|shot|killed|turn(?:ed|ing)\s(?:the|his|her)\s\w+\son)\s(?:and\skill\w+\s)?(?:himself|herself)\b"),
)  # fmt: skip
_OF_WHAT_FOLLOWS = frozenset({"killed", "hurt", "suspect", "arrested", "unhurt", "free", "self"})
_BELONGING = re.compile(r"\b(?:of|against|killed|killing|shot|shooting|murdering|victim)\s(?:\w+\s)?$")
_IF = re.compile(r"\b(?:[Ii]f|[Ss]hould|[Uu]nless|[Ww]hether)\s(?:[\w’'-]+\s){0,2}$")
"""Before somebody: what is supposed of them is not told."""
_OBJECT = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)\b(?:shot|killed|killing|wounded|wounding|shooting|struck|injured|murdered)\s"
    r"(?:(?!himself|herself)[^.;]){0,60}$"
)
_RECORD = re.compile(
    r"\b(?:criminal\s(?:history|record|past)|rap\ssheet|(?:several|multiple|numerous|many|\d+|two|three|four|five|a\snumber\sof)\s(?:times|arrests)|"
    r"had\srecently\sbeen\s(?:arrest|charg|convict)\w*|previous(?:ly)?\s(?:been\s)?(?:arrest|charg|convict)\w*|(?:prior|past|earlier)\s(?:arrest|convict|charge)\w*)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\b(?:will|would|could|may|might|should|expected\sto|set\sto|scheduled\sto)\s(?:\w+\s)?be\s\w+$")
_TOGETHER = re.compile(_P)
_NOT_REALLY = re.compile(
    r"\b(?:not|never|no longer|without|isn['’]t|wasn['’]t|weren['’]t|aren['’]t|has(?:n['’]t| not))\b"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a cue says of mark `mark`; characters `start` to `end` of the marked text are the words of it."""

    mark: int
    kind: str
    weight: float
    start: int
    end: int


def hits(marked: Marked) -> Iterator[Hit]:
    """What every cue says of every mark of the sentence."""
    text = marked.text
    if "⟦" not in text:
        return
    record = bool(_RECORD.search(text))
    for cue in CUES:
        for match in cue.pattern.finditer(text):
            if cue.kind not in {"unhurt", "free", "source", "officer"} and _NOT_REALLY.search(match.group()):
                continue
            first = match.start("g")
            if (
                first == match.start()
                and cue.kind in _OF_WHAT_FOLLOWS
                and speaks(text[max(0, first - 90) : first], text[match.end("g") :])
            ):
                continue
            if cue.kind == "killed" and _IF.search(text, max(0, first - 24), first):
                continue
            if (
                first == match.start()
                and cue.kind in {"suspect", "arrested"}
                and _BELONGING.search(text, max(0, first - 24), first)
            ):
                continue
            if cue.kind == "self" and _OBJECT.search(text, max(0, first - 90), first):
                continue
            if record and cue.kind in {"suspect", "arrested"}:
                continue
            if cue.kind == "arrested" and _NOT_YET.search(match.group()):
                continue
            for one in _TOGETHER.finditer(match["g"]):
                yield Hit(int(one.group()[1:-1]), cue.kind, cue.weight, match.start(), match.end())
