"""Values that forms of words tell where reading has found none in claims: that nobody is held, that charges are pending,
who investigates, that somebody died at a hospital.

They fill a cell only where nothing else does. The forms of a kind stand in an order: of those whose words are told the
first counts, so that "no arrests have been made" says nothing once somebody is told to be under arrest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.codebooks import Field
from sayso.model import Said
from sayso.reconcile.record.bearing import left_open
from sayso.reconcile.record.belonging import hospital, investigator
from sayso.reconcile.record.fields import NEAR, telling
from sayso.reconcile.record.fit import Fit, clause_after, clause_before
from sayso.reconcile.record.offences import arrest, charge
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.seeing import witness
from sayso.reconcile.record.sources import Sources

Fitting = Callable[[str, Fit], Fit | None]

ADV = r"(?:\w+ly\s|also\s|still\s|now\s|yet\s|since\s|later\s|been\s|being\s)*"
CLAUSE = 90
OWN = 0.25
"""What words count at least that may be of anybody on the page."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of words: its pattern, the value (None: the words of its group `v`), what refuses or trims it, and whether
    words before that deny or leave open refuse it."""

    pattern: re.Pattern[str]
    value: str | None
    fit: Fitting | None = None
    plain: bool = True
    least: float = 0.0


def _words(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_DENIED = _words(
    r"\b(?:no|not|never|without|nobody|none|neither|nor|yet\sto|lead(?:s|ing)?\sto|result(?:s|ing)?\sin|once|until|when|hop(?:e|es|ing)|able|want)\b[^.;]*$|n[’']t\b[^.;]*$"
)
_ELSEWHERE = _words(r"^[^.;]{0,60}?\b(?:un-?related|other\scharges)\b")
_FURNITURE = _words(r"\b(?:see|find\sout|read)\s(?:\w+\s)?who\s$")
_MAY = _words(r"\b(?:would|could|may|might|if|possib\w+|will)\b[^.;]*$")
_BEFORE = _words(
    r"\b(?:recently|previous(?:ly)?|prior|criminal\s(?:record|history)|had\sbeen|in\s(?:19|20)\d\d|years?\sago|never)\b[^.;]*$"
)
_CIVIC = _words(r"\b(?:city|community|public|nation|world|society|listed\sas\scity)\s$")


def _arrested(text: str, one: Fit) -> Fit | None:
    """An arrest of this case, not one that a reward is offered for, of another case, or before."""
    if _ELSEWHERE.search(clause_after(text, one.end, CLAUSE)) or _FURNITURE.search(
        text, max(0, one.start - 20), one.start
    ):
        return None
    return arrest(text, one)


def _at_large(text: str, one: Fit) -> Fit | None:
    return None if _CIVIC.search(text, max(0, one.start - 20), one.start) else one


_OFFENCE = (
    r"(?:murders?|manslaughter|homicide|assault|battery|endangerment|endangering|neglect|abuse|cruelty|possession|firearms?|weapons?|robbery|"
    r"burglary|theft|arson|trespass|tampering|discharge|reckless\w*|kidnapping|conduct|conspiracy|shooting)"
)
_END = r"[^.;:“”()\n]"
_WHAT = rf"(?P<v>(?:(?!,\s(?:according|police|officials|authorities|deputies|the\s|a\s|who|which|but|when)){_END}){{4,110}})"
_STEP = (
    r"(?:charged|indicted|arraigned|booked|held|jailed|arrested|cited|summonsed|wanted)"
    rf"(?:\s(?!with\b|for\b|of\b|in\sconnection){_END[:-1]},]\S*){{0,5}}?\s(?:with|for|on)\s(?:charges?\sof\s|(?:suspicion|one\scount|counts?)\sof\s)?"
)


_TRIM = _words(
    r"\scharges?\b|\s(?:during|before|last|earlier|yesterday|today)\b|\s(?:on\s)?(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)
_LEAD = _words(
    r"(?:an?\s|the\s|investigation\sof\s|suspicion\sof\s|preliminary\s|(?:multiple|several|numerous)\s|state\s)+"
)
_NO_OFFENCE = _words(
    r"^(?:the|his|her|their|an?|this)?\s?\d*\s?(?:[\w’'-]+\s){0,3}(?:shootings?|deaths?|killings?|slayings?)(?:$|\s(?:of|on|in|at|that|late|early))|\b(?:un-?related|include[sd]?|drugs?)\b"
)


def _charged(text: str, one: Fit) -> Fit | None:
    """An offence as a list of charges tells it, up to its first comma."""
    told = _TRIM.split(one.value.split(", ", 1)[0])[0].rstrip(" ,")
    lead = _LEAD.match(told)
    start, told = one.start + (lead.end() if lead else 0), told[lead.end() :] if lead else told
    if _NO_OFFENCE.search(told) or told.isupper() or _MAY.search(clause_before(text, one.start, CLAUSE)):
        return None
    if _BEFORE.search(clause_before(text, one.start, CLAUSE)):
        return None
    found = charge(text, Fit(start, start + len(told), told))
    return None if found is None or len(found.value.split()) > 14 else found


def _accused(text: str, one: Fit) -> Fit | None:
    """Somebody who is charged now, not before or on a condition."""
    before = clause_before(text, one.start, CLAUSE)
    return None if _MAY.search(before) or _BEFORE.search(before) else one


_BODY = (
    r"(?P<v>(?:the\s)?(?-i:(?:[A-Z][\w’'&-]*\.?\s(?:(?:of|and|for|the)\s(?=[A-Z]))?){0,6}?)(?:homicide\s|state\s|city\s|county\s|local\s|metro\s|federal\s)?"
    r"(?:police(?:\s(?:department|officers|detectives|investigators|officials))?|sheriff[’']s\s(?:office|department|deputies|detectives|investigators)|"
    r"deputies|detectives|investigators|authorities|officials|troopers|agents|(?-i:Texas\sRangers)|highway\spatrol|state\spatrol|(?:homicide|crimes?|criminal|major)\s(?:\w+\s)?(?:unit|division|section|bureau)|"
    r"bureau\sof\s(?-i:[A-Z]\w+)|police\sbureau|department\sof\s(?-i:[A-Z]\w+(?:\s[A-Z]\w+)?)|children\sand\syouth|protective\sservices|FBI|ATF|(?-i:[A-Z]{2,4}PD)))"
)
_INVESTIGATES = (
    r"\s(?:(?:is|are|was|were|has\sbeen|have\sbeen|will|will\sbe|continues?\sto|continued\sto|said\s(?:they|it)\s(?:is|are|were|was))\s)?"
    r"(?:(?:still|also|now|currently|actively|continuing\sto|working\sto|be)\s)*(?:investigate[sd]?|investigating)\b"
)
_HOUSE = (
    r"(?:the\s|an?\s|nearby\s|local\s|area\s|(?-i:[A-Z][\w.’'&-]*)\s|of\s|and\s|in\s|-\s?){0,9}?"
    r"(?:hospitals?|medical\scent(?:er|re)s?|health\scent(?:er|re)|trauma\scent(?:er|re)|emergency\sroom|clinic|(?-i:UMC|CHKD|The\sMED))\b"
)
_BROUGHT = (
    r"(?:taken|took|transport(?:ed|s)?|rushed|drove|driven|flown|airlifted|carried|brought|conveyed|sent|moved|ushered)"
)
_ILL = (
    r"(?:died|dies|die|dead|pronounced|declared|recover\w*|treated|treatment|hospitali[sz]ed|condition|stable|surgery|waiting|checked\sout|released|"
    r"discharged|admitted|remain(?:s|ed)?|is|are|was|were|still|showed\sup|arrived|walked)"
)
_NO_PATIENT = _words(
    r"\b(?:autopsy|born|officers|detectives|deputies|investigators|police(?!\ssa(?:y|id)\b)|crowd|vigil|presence|called|staff|works?|worked|nurse|spokes\w+|dog)\b[^.;]*$"
)
_ANIMAL = _words(r"\b(?:dogs?|the\sanimal)\b")

_OTHER_HARM = _words(r"\b(?:(?:house|apartment|structure)\sfire|crash(?:ed)?|wreck|collision|overdos\w+)\b")
_SHOT = _words(r"\b(?:shot|shots|shooting|gun\w*|bullet\w*|wound\w*)\b")


def _hospital(text: str, one: Fit) -> Fit | None:
    """Somebody who was hurt at a hospital or brought there: not those who wait there, were called there or were born there."""
    if _ANIMAL.search(text, max(0, one.start - 60), one.end):
        return None
    before = clause_before(text, one.start, CLAUSE)
    words = text[one.start : one.end]
    around = before + words + clause_after(text, one.end, CLAUSE)
    if _OTHER_HARM.search(around) and not _SHOT.search(around):
        return None
    if re.match(r"(?:is|are|was|were|still|arrived|waiting|showed|walked|remain)", words, re.I) and _NO_PATIENT.search(
        before
    ):
        return None
    return hospital(text, one)


def _investigates(text: str, one: Fit) -> Fit | None:
    """A body that investigates what happened, without the verb."""
    return investigator(text, one)


FORMS: Mapping[str, Sequence[_Form]] = {
    "arrest": (
        _Form(
            _words(
                rf"\b(?:under\sarrest|turned\s(?:himself|herself|themselves)\s(?:in\b|in(?:to)?\b|over\b)|made\s(?:an|one|two|three|several|some|\d+)\sarrests?"
                rf"|arrests?\s(?:was|were|has\sbeen|have\sbeen|had\sbeen)\smade|arrest\smade|(?:is|are|was|were|has|have|had)\s{ADV}(?:arrested|detained|jailed|apprehended)"
                r"|(?:cops|police|deputies|officers|detectives|authorities)\s(?:have\s|had\s)?(?:arrested|detained)|booked\sinto|taken\sinto\scustody"
                r"|(?:is|are|was|were|remain(?:s|ed)?|now|people|man|men|suspects?)\s(?:currently\s|now\s|still\s)?in\s(?:police\s)?custody)\b"
            ),
            "arrested",
            _arrested,
            least=OWN,
        ),
        _Form(
            _words(
                rf"\bno\sarrests?\b(?:\s(?:has|have|had|was|were)\s{ADV}(?:made|reported|announced))?|\b(?:no\sone|nobody|no\ssuspects?)\s(?:has|have|had|is|are|was|were)\s"
                rf"{ADV}(?:arrested|taken\sinto\s(?:police\s)?custody|in\s(?:police\s)?custody)\b|\b(?:no\sone|nobody|no\ssuspects?)\s{ADV}in\s(?:police\s)?custody\b"
                r"|(?:not|n[’']t)\s(?:yet\s)?(?:made\sany\sarrests?|made\san\sarrest|arrested\sanyone|have\sanyone\sin\scustody|have\sany\ssuspects\s(?:or\sanyone\s)?in\scustody)\b"
                r"|\bnot\sseem\sto\sbe\san\sarrest\b|\byet\sto\smake\s(?:an|any)\sarrests?\b|\barrests?\s(?:has|have)\syet\sto\sbe\smade\b"
            ),
            "no arrest",
            None,
            plain=False,
        ),
        _Form(
            _words(
                r"\bon\sthe\s(?:loose|run)\b|\b(?:is|are|was|were|remain(?:s|ed)?|still|gunm[ae]n|suspects?|shooters?)\s(?:still\s)?(?:at\slarge|outstanding)\b"
            ),
            "wanted",
            _at_large,
        ),
    ),
    "charges": (
        _Form(_words(rf"\b{_STEP}{_WHAT}"), None, _charged, least=OWN),
        _Form(
            _words(rf"\b(?:guilty|no\scontest)\s(?:(?!of\b|to\b)\w+\s){{0,2}}?(?:of|to)\s{_WHAT}"),
            None,
            _charged,
            least=OWN,
        ),
        _Form(
            _words(
                rf"\b(?:on|faces?|faced\swith|facing|face|with|of|a|the|to|include|and|now)\s(?P<v>(?:(?!(?:on|of|a|the|to|with|faces?|facing)\s)[\w-]+,?\s){{0,5}}?"
                rf"{_OFFENCE}(?:(?:,?\sand|\sor|,)\s[\w-]+){{0,3}})\scharges?\b"
            ),
            None,
            _charged,
            least=OWN,
        ),
        _Form(
            _words(
                rf"\b(?:is|are|was|were|been|man|woman|teens?|boy|girl|father|mother|brothers|men|being|two|three|four|\d)\s{ADV}(?:criminally\s|formally\s)?(?:charged|indicted|arraigned)\b"
                r"|\b(?:is|are|faces?|facing)\s(?:\w+\s){0,2}?charges\b|(?-i:\b[Pp]l(?:ed|eads?|eaded)\s(?:not\s)?guilty\b)"
            ),
            "charged",
            _accused,
            least=OWN,
        ),
        _Form(
            _words(r"\bcharges?\b(?:\s(?!are\b|were\b|is\b)\w+){0,5}?\s(?:is|are|were)\s(?:still\s)?pending\b"),
            "pending",
            None,
        ),
        _Form(
            _words(
                rf"\bno\s(?:criminal\s|formal\s)?charges?\b(?:\s(?:has|have|had|were|are|will)\s{ADV}(?:be\s)?(?:filed|brought|placed|made|announced|expected|pending))?"
                rf"|\b(?:no\sone|nobody|no\ssuspects?)\s(?:has|have|had|is|was|will)\s{ADV}(?:be\s)?(?:arrested\sor\s)?(?:criminally\s|formally\s)?charged\b|\bno\sone[’']s\sbeen\scharged\b"
                rf"|\b(?:has|have|had|is|are|was|were|will)\s(?:not|n[’']t)\s{ADV}(?:be\s)?(?:criminally\s|formally\s)?charged\b|n[’']t\s{ADV}(?:been\s)?charged\b"
                r"|(?:\bnot|n[’']t)\s(?:currently\s)?(?:facing|face|expect(?:ing)?)\s(?:any\s)?(?:criminal\s)?charges\b|\byet\sto\sbe\s(?:formally\s)?charged\b"
            ),
            "no charges",
            None,
            plain=False,
        ),
        _Form(
            _words(
                r"\b(?:whether|if)\s(?:any\s|criminal\s)*charges?\b|\b(?:whether|if)\s(?:[\w’'-]+\s){1,7}?(?:will|would|should)\sface\s(?:any\s|criminal\s)*charges\b|\b(?:could|may|might)\s(?:also\s)?(?:be\sfacing|face)\s(?:\w+\s){0,2}?charges\b|\bpossible\s(?:criminal\s)?charges\b|\b(?:consider(?:ing)?|decision\son)\s(?:\w+\s)?charges\b|"
                r"\bif\sthere\swill\sbe\scharges\b|\bdecid\w+\s(?:on|if|whether)\s(?:\w+\s){0,2}?charges\b"
            ),
            "not decided",
            None,
            plain=False,
        ),
    ),
    "investigation": (
        _Form(_words(_BODY + _INVESTIGATES), None, _investigates),
        _Form(
            _words(
                _BODY
                + r"\s(?:(?:is|are|was|were)\s(?:\w+\s)?(?:the\slead\sagency|assisting\s(?:in|with)\sthe\sinvestigation)|(?:is|are|were)\s(?:(?:at|on)\s(?:the\s)?scene\s)?"
                r"(?:and\s(?:will\sbe\s|are\s)?)?investigating|(?:[^.;]{0,60}\s)?(?:with|in)\sits\sinvestigation)\b"
            ),
            None,
            _investigates,
        ),
        _Form(_words(r"\bsubject\sof\san?\s" + _BODY + r"\sinvestigation\b"), None, _investigates),
        _Form(
            _words(
                r"\bunder\s(?:\w+\s)?investigation\b|\binvestigations?\b(?:\s(?:into|of)\s[^.;]{0,90}?)?\s(?:is|was|remains|are)\s(?:still\s|very\s|currently\s)*[“\"]?"
                r"(?:ongoing|on-going|continuing|under\s?way|active|pending|open)\b|\binvestigations?\b(?:\s(?:into|of)\s[^.;]{0,90}?)?\scontinues?\b"
                r"|\b(?:ongoing|on-going|active|continuing)\s(?:\w+\s)?investigation\b|\bcontinu\w+\sto\sinvestigate\b|\b(?:still|are|is)\sinvestigating\b"
            ),
            "under investigation",
            _investigates,
            plain=False,
        ),
    ),
    "hospital": (
        _Form(
            _words(
                rf"\b{_BROUGHT}\s(?:(?!to\s)[\w’',.-]+\s){{0,9}}?to\s{_HOUSE}|\b{_ILL}\s(?:(?!at\s|in\s|from\s|into\s|to\s)[\w’'/,.-]+\s){{0,8}}?(?:at|in|from|into|to)\s{_HOUSE}"
            ),
            "taken to hospital",
            _hospital,
        ),
    ),
    "witness": (
        _Form(
            _words(
                r"\b(?:eye)?witness(?:es)?(?=\s(?:also\s|have\s|later\s)?(?:said|says?|told|tells?|reported|described|saw|heard|called)\b)"
            ),
            "witness",
            witness,
        ),
        _Form(
            _words(
                r"\b(?:neighbou?rs?|residents|(?:an?|one)\sresident)\s(?:(?!never\b|not\b|didn)[\w’']+\s){0,5}?(?:heard|hearing|saw|seeing)\s(?:[\w’'-]+\s){0,4}?(?:shots?|gunshots?|gunfire|shooting)\b"
            ),
            "neighbor",
            None,
        ),
    ),
}
"""The forms of each kind of value, the surest first."""
_SHORT = re.compile(r"^[A-Z][\w’'-]*(?:\s[\w’'-]+){1,3}\.$|^The\s(?:shooting|incident|case)\s")


def phrased(field: Field, told: Sequence[Told], sources: Sources) -> tuple[Said, ...]:
    """The values of the field that forms of words tell, of the first form whose words are told; none where none is."""
    for kind in field.filled_by:
        for form in FORMS.get(kind, ()):
            found = tuple(_found(form, told, sources))
            if found:
                return found
    return ()


def _found(form: _Form, told: Sequence[Told], sources: Sources) -> Iterator[Said]:
    for one in told:
        if not near(one):
            continue
        text, at = one.page.text, one.sentence.start
        for match in form.pattern.finditer(one.sentence.text):
            start, end = at + match.start(), at + match.end()
            if form.plain and (left_open(text, at, start) or _DENIED.search(clause_before(text, start, CLAUSE))):
                continue
            if form.value is None:
                start, end = at + match.start("v"), at + match.end("v")
            fit: Fit | None = Fit(start, end, form.value or text[start:end])
            if fit is not None and form.fit is not None:
                fit = form.fit(text, fit)
            if fit is not None:
                weight = max(one.sentence.weight, NEAR)
                count = telling(one) / max(one.sentence.weight, 0.1) * weight
                if count >= form.least:
                    yield sources.said(Sign(one.page.order, fit.start, fit.end, fit.value, count))
                break


def near(one: Told) -> bool:
    """Whether a sentence counts: it stands near the incident, or is one of its own that only looks like a page's furniture
    since it is short ("Police are investigating.") or names nobody ("The shooting remains under investigation.")."""
    return one.sentence.weight >= NEAR or (
        one.sentence.own and one.sentence.weight >= 0.3 and bool(_SHORT.match(one.sentence.text))
    )
