"""US places: cities, counties and states, from the postal gazetteer that ships as a dependency (`zipcodes`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import zipcodes

STATES: dict[str, str] = dict(
    tuple(row.split("="))  # type: ignore[misc]
    for row in """AL=Alabama;AK=Alaska;AZ=Arizona;AR=Arkansas;CA=California;CO=Colorado;CT=Connecticut;DE=Delaware;
DC=District of Columbia;FL=Florida;GA=Georgia;HI=Hawaii;ID=Idaho;IL=Illinois;IN=Indiana;IA=Iowa;KS=Kansas;KY=Kentucky;
LA=Louisiana;ME=Maine;MD=Maryland;MA=Massachusetts;MI=Michigan;MN=Minnesota;MS=Mississippi;MO=Missouri;MT=Montana;
NE=Nebraska;NV=Nevada;NH=New Hampshire;NJ=New Jersey;NM=New Mexico;NY=New York;NC=North Carolina;ND=North Dakota;OH=Ohio;
OK=Oklahoma;OR=Oregon;PA=Pennsylvania;RI=Rhode Island;SC=South Carolina;SD=South Dakota;TN=Tennessee;TX=Texas;UT=Utah;
VT=Vermont;VA=Virginia;WA=Washington;WV=West Virginia;WI=Wisconsin;WY=Wyoming""".replace("\n", "").split(";")
)
_SHORT = """AL=Ala;AZ=Ariz;AR=Ark;CA=Calif,Cal;CO=Colo;CT=Conn;DE=Del;FL=Fla;IL=Ill;IN=Ind;KS=Kan,Kans;KY=Ken;MD=Md;
MA=Mass;MI=Mich;MN=Minn;MS=Miss;MO=Mo;MT=Mont;NE=Neb,Nebr;NV=Nev;NH=N.H;NJ=N.J;NM=N.M;NY=N.Y;NC=N.C;ND=N.D;OK=Okla;
OR=Ore;PA=Pa,Penn;RI=R.I;SC=S.C;SD=S.D;TN=Tenn;TX=Tex;VT=Vt;VA=Va;WA=Wash;WV=W.Va,W. Va;WI=Wis,Wisc;WY=Wyo;GA=Ga;
LA=La;DC=D.C"""
SHORT = {
    word.casefold().replace(" ", ""): code
    for code, told in (row.split("=") for row in _SHORT.replace("\n", "").split(";"))
    for word in told.split(",")
}
_KINDS = re.compile(r"\s(?:county|parish|borough|census area|city and borough|municipality|city)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A city or a county of a state. `state` is the postal code, `size` how many postal codes it has, which stands for
    how many people live there. `county` is the county of a city, the name itself for a county."""

    name: str
    state: str
    kind: str
    county: str
    size: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by their names in lower case."""

    cities: Mapping[str, tuple[Place, ...]]
    counties: Mapping[str, tuple[Place, ...]]

    def city(self, name: str, state: str | None = None) -> tuple[Place, ...]:
        """The cities of that name, largest first; those of one state where `state` is given."""
        found = self.cities.get(_key(name), ())
        return tuple(p for p in found if p.state == state) if state else found

    def county(self, name: str, state: str | None = None) -> tuple[Place, ...]:
        """The counties of that name, "county" left out, largest first."""
        found = self.counties.get(_key(_KINDS.sub("", name)), ())
        return tuple(p for p in found if p.state == state) if state else found


def _key(name: str) -> str:
    told = " ".join(name.casefold().replace("’", "'").split())
    return re.sub(
        r"^(?:st|saint|ste)\.?\s", "st ", re.sub(r"^(?:ft|fort)\.?\s", "fort ", re.sub(r"^mt\.?\s", "mount ", told))
    )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, made once from the dependency's table (about a second)."""
    sizes: dict[tuple[str, str], int] = defaultdict(int)
    homes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    regions: dict[tuple[str, str], int] = defaultdict(int)
    for row in zipcodes.list_all():  # type: ignore[no-untyped-call]
        state = row["state"]
        if row["country"] != "US" or state not in STATES:
            continue
        county = _KINDS.sub("", row["county"] or "")
        if county:
            regions[county, state] += 1
        for name, share in ((row["city"], 1), *((n, 0) for n in row["acceptable_cities"])):
            if name:
                sizes[name, state] += share
                homes[name, state][county] += 1
    cities: dict[str, list[Place]] = defaultdict(list)
    counties: dict[str, list[Place]] = defaultdict(list)
    for (name, state), size in sizes.items():
        home = max(sorted(homes[name, state]), key=lambda c: homes[name, state][c])
        cities[_key(name)].append(Place(name, state, "city", home, size))
    for (name, state), size in regions.items():
        counties[_key(name)].append(Place(name, state, "county", name, size))
    return Gazetteer(
        {k: tuple(sorted(v, key=lambda p: (-p.size, p.state))) for k, v in cities.items()},
        {k: tuple(sorted(v, key=lambda p: (-p.size, p.state))) for k, v in counties.items()},
    )


def state_of(words: str) -> str | None:
    """The postal code of the state that the words name: "Mississippi", "Miss.", "MS"."""
    told = words.strip(" .,()").replace(". ", ".")
    if told.upper() in STATES and told.isupper():
        return told.upper()
    folded = told.casefold()
    by_name = {name.casefold(): code for code, name in STATES.items()}
    return by_name.get(folded) or SHORT.get(folded.replace(" ", "")) or SHORT.get(folded.rstrip("."))


def is_place(words: str) -> bool:
    """Whether the words name a state, or a city or county of some size."""
    book = gazetteer()
    if state_of(words):
        return True
    return any(p.size >= 1 for p in book.city(words)) or words.casefold().endswith((" county", " parish", " city"))
