"""Words for groups of people who speak: a family, and those who saw or knew."""

from __future__ import annotations

import re

FAMILY = re.compile(
    r"(?i)\b(?:famil(?:y|ies)(?! (?:friend|attorney|lawyer|spokes))(?: members)?|relatives|loved ones)\b"
)
SEEN = re.compile(
    r"(?i)\b(witness|neighbou?r|resident|bystander|employee|co-?worker|worker|customer|friend|classmate|student|patron|"
    r"passenger|onlooker)(?:es|s)\b"
)
