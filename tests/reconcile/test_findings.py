"""The numbers of the findings: what each counts, so that those of one page agree."""

from __future__ import annotations

import re

from sayso.reconcile import reconcile
from sayso.reconcile.display import number
from tests.reconcile.record.texts import reading

TEXT = (
    "A man was shot Monday in Springfield.\n\nThe man fired at deputies, the sheriff said. He ran to a car, the "
    "sheriff said. The deputies shot him twice, the sheriff said.\n\nHe was unarmed, his mother said.\n\nIt rained."
)
CONFIRMING = "The Alder County sheriff confirmed the account of the state police. The road was closed."


def test_passages_with_and_without_a_source_are_all_passages() -> None:
    told = reconcile([reading(TEXT), reading(CONFIRMING, name="b", published="2016-07-06")])
    findings = " ".join(told.findings)
    lead = re.search(r"alone: (\d+) of (\d+) passages that claim something", findings)
    bare = re.search(r"Of (\w+) passages that claim something, (\w+) ha(?:s|ve) no stated source", findings)
    assert lead
    assert bare
    everything = {number(n): n for n in range(40)} | {str(n): n for n in range(40)}
    assert int(lead[2]) + everything[bare[2]] == everything[bare[1]]
    assert int(lead[1]) <= int(lead[2])


def test_a_disputed_statement_of_two_origins_is_counted_among_those_of_two() -> None:
    first = reading(
        "A deputy shot Dale Orr Monday in Springfield.\n\nOrr held a phone in his hand, said Vera Holm, a neighbor. "
        "Orr pointed a gun at the deputy, the sheriff said."
    )
    second = reading("Orr held a phone in his hand, said Mara Orr, his sister.", name="b", published="2016-07-06")
    findings = " ".join(reconcile([first, second]).findings)
    assert "one has two or more independent origins. One of these is disputed." in findings
