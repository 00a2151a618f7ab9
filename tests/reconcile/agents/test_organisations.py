"""Who belongs to whom, on which day; local institutions by name; the user's own table."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.reconcile import reconcile
from sayso.reconcile.agents.organisations import Organisations, default, read_table, with_table
from tests.reconcile.builders import Says, org, reading

DOCS = Path(__file__).resolve().parents[3] / "docs" / "organisations.md"
NOW = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ICE", "ice"),
        ("U.S. Immigration and Customs Enforcement (ICE)", "ice"),
        ("the Department of Homeland Security", "dhs"),
        ("the Justice Department", "doj"),
        ("FBI’s", "fbi"),
        ("Wendover police", "police/wendover"),
        ("the Wendover Police Department", "police/wendover"),
        ("Wendover PD", "police/wendover"),
        ("Wendover Bureau of Police", "police/wendover"),
        ("North Wendover Police", "police/north wendover"),
        ("Kettle County Sheriff’s Office", "sheriff/kettle county"),
        ("Kettle County sheriff's deputies", "sheriff/kettle county"),
        ("Kettle County Medical Examiner’s Office", "coroner/kettle county"),
        ("the Kettle County District Attorney", "prosecutor/kettle county"),
        ("Wendover Fire Department", "fire/wendover"),
        ("City of Wendover", "government/wendover"),
        ("Town of Wendover Police Department", "police/wendover"),
        ("Wendover Township Police", "police/wendover township"),
        ("Wendover Park Police", "police/wendover park"),
        ("the U.S. Park Police", "park-police"),
        ("Wendover University Police", "campus police/wendover university"),
        ("Wendover Independent School District Police", "school police/wendover independent"),
        ("Wendover Transit Police", "transit police/wendover"),
        ("Wendover Tribal Police", "tribal police/wendover"),
        ("Wendover City Marshal", "constable/wendover"),
        ("Kettle County Precinct 4 Constable’s Office", "constable/kettle county"),
        ("Wendover EMS", "ems/wendover"),
        ("Kettle County Detention Center", "corrections/kettle county"),
        ("Civilian Office of Police Accountability", "oversight/civilian office police accountability"),
        ("Idaho State Police", "state police/idaho"),
        ("Nevada state troopers", "state police/nevada"),
        ("Vermont Bureau of Criminal Investigation", "state bureau/vermont"),
        ("GBI", "state bureau/georgia"),
        ("FDLE", "state bureau/florida"),
        ("Texas DPS", "texas-dps"),
        ("Ohio Supreme Court", "court/ohio"),
        ("Kettle Co. Sheriff’s Office", "sheriff/kettle county"),
        ("Kettle Commonwealth Attorney", "prosecutor/kettle"),
        ("St. Wend Police", "police/st wend"),
        ("North-Wend Police", "police/north wend"),
    ],
)
def test_a_body_is_known_by_any_of_its_names(name: str, key: str) -> None:
    body = default().named(name)
    assert body is not None
    assert body.key == key


@pytest.mark.parametrize(
    "name", ["ice", "The police", "Officers", "A Wendover resident", "the county", "Pat Wendover", ""]
)
def test_what_is_no_body_is_none(name: str) -> None:
    assert default().named(name) is None


def test_membership_holds_on_the_day() -> None:
    table = default()
    assert table.lineage("secret-service", date(2001, 1, 1)) == ("secret-service", "treasury")
    assert table.lineage("secret-service", NOW) == ("secret-service", "dhs")
    assert table.lineage("border-patrol", date(2002, 1, 1)) == ("border-patrol", "ins", "doj")
    assert table.lineage("border-patrol", None) == ("border-patrol", "cbp", "dhs")
    assert table.tie("ice", "dhs", date(2003, 3, 1)) is not None
    assert table.tie("ice", "dhs", date(2003, 2, 28)) is None


def test_an_independent_body_answers_for_itself() -> None:
    table = default()
    assert table.tie("dhs-oig", "dhs", NOW) is None
    assert table.tie("coroner/kettle county", "sheriff/kettle county", NOW) is None
    assert table.tie("ntsb", "faa", NOW) is None


def test_bodies_of_one_city_may_be_one_and_bodies_of_one_department_are() -> None:
    table = default()
    city = table.tie("police/wendover", "fire/wendover", NOW)
    department = table.tie("fbi", "dea", NOW)
    assert city is not None
    assert not city[1]
    assert department is not None
    assert department[1]


def test_every_entry_of_the_table_cites_its_source_and_every_name_is_one_body_s() -> None:
    table = default()
    for body in table.table.values():
        assert body.source, body.key
        assert table.named(body.name) is body
        for alias in body.aliases:
            found = table.named(alias)
            assert found is body, alias
        for membership in body.within:
            assert table.lineage(body.key, membership.start)[0] == body.key


def test_no_body_is_within_itself() -> None:
    table = default()
    for key in table.table:
        for day in (None, date(1950, 1, 1), date(1990, 1, 1), NOW):
            line = table.lineage(key, day)
            assert len(line) == len(set(line))


BAD = [
    ("bodies: []", "'organisations'"),
    ("organisations: [3]", "entry 1"),
    ("organisations: [{name: A}]", "'key'"),
    ("organisations: [{key: a}]", "'name'"),
    ("organisations: [{key: a, name: A, parent: b}]", "'parent'"),
    ("organisations: [{key: a, name: A, aliases: B}]", "'aliases'"),
    ("organisations: [{key: a, name: A, within: [{from: 2001-01-01}]}]", "'key'"),
    ("organisations: [{key: a, name: A, within: [{key: ice, from: soon}]}]", "'from'"),
    ("organisations: [{key: a, name: A, within: [{key: ice, from: 2001-01-02, to: 2001-01-01}]}]", "'to'"),
    ("organisations: [{key: a, name: A, independent: maybe}]", "'independent'"),
    ("organisations: [{key: a, name: A}, {key: a, name: B}]", "'a'"),
    ("organisations: [{key: a, name: A, within: nowhere}]", "'nowhere'"),
    ("organisations: [", "YAML"),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_a_bad_table_is_refused_with_the_file_and_the_key(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(InputError, match=re.escape("mine.yaml")) as caught:
        with_table(path)
    assert told in str(caught.value)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.yaml"):
        with_table(tmp_path / "none.yaml")


def test_the_table_in_the_manual_is_read_as_it_says() -> None:
    text = next(t for t in re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf8"), re.DOTALL))
    table = default().extended(read_table(text, "manual"))
    assert table.lineage("port-police", date(2018, 1, 1))[:2] == ("port-police", "police/harbor")
    assert table.lineage("port-police", NOW) == ("port-police", "port-authority")
    port = table.named("PAPD")
    assert port is not None
    assert port.key == "port-police"


def test_a_user_s_entry_takes_the_place_of_the_pattern() -> None:
    own = read_table("organisations: [{key: police/wendover, name: Wendover Police, within: ice}]", "own")
    table: Organisations = default().extended(own)
    lines = (Says("a man was hurt", (org("Wendover Police Department"),)), Says("it ended", (org("DHS"),)))
    assert reconcile([reading(*lines)]).overall.independent == (2, 2)
    assert reconcile([reading(*lines)], organisations=table).overall.independent == (1, 1)


def test_state_bodies_stand_within_others_on_the_days_they_did() -> None:
    table = default()
    assert table.tie("texas-rangers", "state police/texas", NOW)
    assert table.tie("state bureau/kansas", "attorney general/kansas", NOW)
    assert table.tie("state police/georgia", "state bureau/georgia", NOW) is None
    alabama = "state police/alabama", "state bureau/alabama"
    assert table.tie(*alabama, date(2014, 6, 1)) is None
    assert table.tie(*alabama, NOW)


def test_every_row_of_the_tables_says_where_it_is_known_from() -> None:
    table = default()
    assert all(body.source for body in table.table.values())
    assert any(body.checked for body in table.table.values())
    assert any(not body.checked for body in table.table.values())
