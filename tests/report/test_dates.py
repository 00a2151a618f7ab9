"""Days as people write them, in the sentences of a page."""

from __future__ import annotations

import pytest

from sayso.report.dates import with_days


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "first “two” (2025-10-10), then “five”, 2025-10-15.",
            "first “two” (10 October 2025), then “five”, 15 October 2025.",
        ),
        ("The note says “filed 2025-10-10”.", "The note says “filed 2025-10-10”."),
        ("Case 12025-10-10 and 2025-99-99 are none.", "Case 12025-10-10 and 2025-99-99 are none."),
    ],
)
def test_days_of_a_sentence_are_dates_and_what_it_quotes_is_left(sentence: str, told: str) -> None:
    assert with_days(sentence) == told
