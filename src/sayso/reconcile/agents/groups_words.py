"""Words for groups of people who speak: a family, and those who saw or knew."""

from __future__ import annotations

import re

WITNESS = re.compile(
    r"(?i)\b(?:(?:eye)?witness(?:es)?|neighbou?rs?|bystanders?|residents?|customers?|employees?|cowork\w+|co-work\w+|workers?|"
    r"passers?-?by|onlookers?|clerks?|patrons?|passengers?|callers?|shoppers?|students?|motorists?|roommates?|manager)\b"
)

FAMILY = re.compile(
    r"(?i)\b(?:famil(?:y|ies)(?! (?:friend|attorney|lawyer|spokes))(?: members)?|relatives|loved ones)\b"
)
SEEN = re.compile(
    r"(?i)\b(witness|neighbou?r|resident|bystander|employee|co-?worker|worker|customer|friend|classmate|student|patron|"
    r"passenger|onlooker)(?:es|s)\b"
)
