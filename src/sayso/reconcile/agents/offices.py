"""What somebody is said to be, as one text: "Madison" and "County State ’s Attorney ’s" are of one office."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.model import Agent

SPACED = re.compile(r"\s+(?=[’'](?:s\b|\s|$))")
COUNTRY = re.compile(r"\bU\.\s?S\b\.?")
PROSECUTOR = re.compile(
    r"(?i)\b(?:(?:(?:state|district|county|city|commonwealth|u\.?\s?s\.?|united states|federal|prosecuting)[’']?s?|"
    r"assistant|deputy|first) attorneys?\b|attorneys? general|prosecutors?\b)"
)
LAWYER = re.compile(r"(?i)\b(?:attorneys?|lawyers?|counsel|solicitors?|law firm|legal team)\b")


def office(agent: Agent) -> str:
    """Affiliation and role as one text, without the spaces that a tokenizer leaves before an apostrophe."""
    return tidy(f"{agent.affiliation or ''} {agent.role or ''}")


@lru_cache(maxsize=16384)
def tidy(text: str) -> str:
    """A text with single spaces, none before a possessive's apostrophe, and the last point of "U.S"."""
    return " ".join(COUNTRY.sub("U.S.", SPACED.sub("", text)).split())


@lru_cache(maxsize=16384)
def is_lawyer(text: str) -> bool:
    """Whether a role or description is of a lawyer who speaks for somebody, and of no prosecutor."""
    return bool(LAWYER.search(text)) and not PROSECUTOR.search(text)
