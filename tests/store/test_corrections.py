"""The table of corrections: what it takes, and how it names what is no correction."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.model import JudgementKind
from sayso.store import corrections


def table(folder: Path, text: str) -> Path:
    file = folder / "corrections.csv"
    file.write_text(text, encoding="utf-8-sig", newline="")
    return file


def test_a_line_is_a_judgement_in_utc(tmp_path: Path) -> None:
    told = corrections(
        table(tmp_path, "do,what,by,at\r\nMerge,the chief | Lou Marsh,Ana,2025-10-20T02:00+04:00\r\n,,,\r\n")
    )
    assert [(j.kind, j.subjects, j.at) for j in told] == [
        (JudgementKind.MERGE, ("the chief", "Lou Marsh"), "2025-10-19T22:00:00+00:00")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("do,what,by\nreject,x,Ana\n", "“at” is missing"),
        ("do,what,by,at,vlaue\n", "it has vlaue"),
        ("do,what,by,at\ndelete,x,Ana,2025-10-20\n", "line 2: “do” is accept"),
        ("do,what,by,at\nmerge,x,Ana,2025-10-20\n", "takes two things"),
        ("do,what,by,at\nreject,x,,2025-10-20\n", "“by” is empty"),
        ("do,what,by,at\nreject,x,Ana,yesterday\n", "“at” is a day such as"),
        ("do,what,value,by,at\nedit,record: killed,,Ana,2025-10-20\n", "takes a “value”"),
        ("do,what,value,by,at\nreject,record: killed,2,Ana,2025-10-20\n", "do” is edit"),
        ("do,what,by,at\nreject,x, y,Ana,2025-10-20\n", "more cells than columns"),
        ("", "“do” is missing"),
    ],
)
def test_what_is_no_correction_is_refused_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=told):
        corrections(table(tmp_path, text))
