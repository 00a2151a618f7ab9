"""The words of a claim that carry its meaning, in a plain form that inflection does not change."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
ABLE = re.compile(r"(?i)\b(?:could|can|would|will|may|might|should)(?:n[’']t|not|\snot|\snever)?\b")
"""What cannot or would not be denies no fact."""
STOP = frozenset(
    """a an the and or but nor so that this these those there here it its i he she they them his her their him hers me
    my mine we our us ours you your who whom whose which what when where why how if then than as at by for from
    in into of
    off on onto out over to up with within about after before during until while because since through under between
    against around near is are was were be been being am has have had having do does did doing will would can could may
    might shall should must also just only very more most some any all both each other another such own same too further
    again once later ago said says say told tell tells according added mr mrs ms officials reportedly allegedly alleged
    apparently one's s t""".split()
)
NEGATIVE = frozenset(
    """not no never none nobody nothing neither nor without cannot n't didn't wasn't weren't isn't hasn't""".split()
)
FORMS = """
shoot: shot shots shooting shooter shootings
kill: killed killing dead died death deadly fatal fatally slain deceased dies die dying
hit: hitting struck strike strikes striking
injure: injured injury injuries wound wounded wounds hurt
officer: officers cop cops policeman policemen
person: people persons
man: men male
woman: women female
child: children kid kids
vehicle: vehicles car cars
gun: guns handgun handguns pistol firearm revolver weapon
knife: knives
house: home houses homes residence
fire: fired fires firing
respond: responded responding response
suspect: suspects suspected gunman
hospital: hospitals hospitalized
arrest: arrested arrests custody
call: called calls dispatched summoned
identify: identified identity
release: released
begin: began begun start started
drive: drove driven driving driver
put: placed place
run: ran running
find: found
flee: fled fleeing
fight: fought
take: took taken
bring: brought
hold: held
see: saw seen
hear: heard
know: knew known
go: went gone
come: came
break: broke broken
steal: stole stolen
throw: threw thrown
give: gave given
get: got gotten
leave: left
keep: kept
lead: led
make: made
wife: wives
build: built
lose: lost
meet: met
pay: paid
write: wrote written
speak: spoke spoken
fall: fell fallen
one: 1
two: 2
three: 3
four: 4
five: 5
six: 6
seven: 7
eight: 8
nine: 9
ten: 10
"""
IRREGULAR = {
    form: lemma for lemma, forms in (line.split(":") for line in FORMS.strip().splitlines()) for form in forms.split()
}
NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen half twice once hundred thousand""".split()
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word's plain form: irregular forms by a short list, else common endings taken off."""
    told = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if told in IRREGULAR:
        return IRREGULAR[told]
    if len(told) <= 3 or not told.isalpha() or told in NUMBERS:
        return told
    for ending, least in (("ies", 4), ("ied", 4), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4)):
        if told.endswith(ending) and len(told) >= least and not told.endswith(("ss", "us", "is")):
            base = told[: -len(ending)]
            if ending in {"ies", "ied"}:
                base += "y"
            elif len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            base = base[:-1] if base.endswith("e") and len(base) > 4 else base
            return IRREGULAR.get(base, IRREGULAR.get(base + "e", base))
    return told[:-1] if told.endswith("e") and len(told) > 4 else told


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The plain forms of a text's words of weight, numbers among them."""
    found = (m.group().casefold().replace("’", "'") for m in WORD.finditer(text))
    return frozenset(stem(w) for w in found if w not in STOP and w not in NEGATIVE and not w.endswith("n't"))


def numbers(told: frozenset[str]) -> frozenset[str]:
    """The numbers among plain forms."""
    return frozenset(w for w in told if w[0].isdigit() or w in NUMBERS)
