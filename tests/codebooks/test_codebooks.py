"""Codebooks: what ships, what a user may write, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.codebooks import load, pattern, read, shipped
from sayso.codebooks.found import FOUND
from sayso.errors import InputError

PROTESTS = """
codebook: protest
label: Protest
fields:
  - name: crowd
    label: how many came
    silent: how many came
    filled_by: [crowd, injured]
  - name: dispersal
    label: how it ended
    silent: how it ended
    words:
      tear gas: [tear gas*, "gas … canister*"]
      left: [went|walked home]
  - name: damage
    label: damage
    scale: damage
scales:
  damage:
    - {grade: 0, name: none, words: [no damage]}
    - {grade: 1, name: destroyed, words: [destroyed, burn* down]}
"""


@pytest.mark.parametrize("name", shipped())
def test_every_codebook_that_ships_is_sound(name: str) -> None:
    book = load(name)
    assert book.name == name
    assert book.silences(frozenset())
    assert all(step.grade is not None for _, steps in book.scales for step in steps)


def test_use_of_force_names_what_nobody_speaks_to_in_plain_words() -> None:
    silences = load("use_of_force").silences({"killed", "injury", "place", "date", "victim_name"})
    assert {"number of shots", "video or body camera", "who saw it, outside the agency", "the exact place"} <= set(
        silences
    )
    assert {"age of the person killed", "name of the officer", "who investigates"} <= set(silences)
    assert not {"the date", "whether anyone was killed", "the place"} & set(silences)


def test_a_users_own_codebook_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "protests.yaml"
    path.write_text(PROTESTS, encoding="utf8")
    book = load(path)
    assert [f.name for f in book.fields] == ["crowd", "dispersal", "damage"]
    assert book.silences({"injured"}) == ("how it ended",)
    assert [s.name for s in book.scale("damage")] == ["none", "destroyed"]
    assert book.scale("injury") == ()


def test_loading_twice_gives_the_same_record() -> None:
    assert load("shooting") is load("shooting")


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["traffic stop*"], "two Traffic stops", "Traffic stops"),
        (["point* … gun"], "he pointed a loaded gun", "pointed a loaded gun"),
        (["point* … gun"], "he pointed at a man who then fired a gun", None),
        (["went|walked home"], "they walked home", "walked home"),
        (["not life-threatening"], "not life threatening", "not life threatening"),
        (["his|her"], "there", None),
        (["life-threatening"], "non-life-threatening", None),
        (["he's"], "he’s", "he’s"),
    ],
)
def test_word_patterns_match_whole_words(words: list[str], text: str, found: str | None) -> None:
    match = pattern(words).search(text)
    assert (match.group() if match else None) == found


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[", "not YAML"),
        ("- a", "the file must be a mapping"),
        (
            "label: x\nfields: [{name: a, label: b}]",
            "the file has no key 'codebook'; the keys it needs are codebook, label, fields",
        ),
        ("codebook: x\nlabel: x\nfields: []", "fields must be a list"),
        ("codebook: x\nlabel: x\nfields: [{name: A b, label: b}]", "fields[0].name"),
        (
            "codebook: x\nlabel: x\nfields: [{name: a}]",
            "fields[0] has no key 'label'; the keys it needs are name, label",
        ),
        (
            "codebook: x\nlabel: x\nfields: [{name: a, label: b, filled_by: [kiled]}]",
            "fields[0].filled_by: nothing found",
        ),
        (
            "codebook: x\nlabel: x\nfields: [{name: a, label: b, filled_by: [kiled]}]",
            "It may name address, age, agency",
        ),
        ("codebook: x\nlabel: x\nfields: [{name: a, label: ''}]", "fields[0].label must be words"),
        ("codebook: x\nlabel: x\nfields: [{name: a, label: b, colour: red}]", "fields[0].colour is no key"),
        ("codebook: x\nlabel: x\nfields: [{name: a, label: b}, {name: a, label: b}]", "two fields are called 'a'"),
        ("codebook: x\nlabel: x\nfields: [{name: a, label: b, scale: c}]", "no scale called 'c'"),
        ("codebook: x\nlabel: x\nfields: [{name: a, label: b, words: {v: []}}]", "fields[0].words.v must be a list"),
        ("codebook: x\nlabel: x\nfields: [{name: a, label: b, words: {v: ['*']}}]", "fields[0].words.v must be a list"),
        (
            "codebook: x\nlabel: x\nfields: [{name: a, label: b, of: dog}]",
            "'dog' must be one of person, dead, officer, subject",
        ),
        (
            "codebook: x\nlabel: x\nfields: [{name: a, label: b}]\nscales: {s: [{grade: 2, name: n, words: [w]}]}",
            "scales.s[0].grade must be a number from 0",
        ),
        (
            "codebook: x\nlabel: x\nfields: [{name: a, label: b}]\n"
            "scales: {s: [{grade: 1, name: n, words: [w]}, {grade: 0, name: m, words: [v]}]}",
            "scales.s[1].grade: steps stand from the lightest",
        ),
    ],
)
def test_a_faulty_codebook_is_refused_with_the_file_and_the_key(text: str, complaint: str) -> None:
    with pytest.raises(InputError) as refused:
        read(text, source="mine.yaml")
    assert "mine.yaml" in str(refused.value)
    assert complaint in str(refused.value)


def test_a_codebook_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="use_of_force"):
        load("weather")


def test_a_field_filled_by_what_nothing_is_called_is_refused_with_what_it_may_name() -> None:
    with pytest.raises(InputError) as refused:
        read("codebook: x\nlabel: x\nfields: [{name: a, label: b, filled_by: [kiled]}]", source="mine.yaml")
    told = str(refused.value)
    assert told.startswith("mine.yaml: fields[0].filled_by: nothing found is called 'kiled'")
    assert "the field 'a'" in told
    assert "killed" in told


def test_a_file_that_is_no_text_is_refused_with_a_way_out(tmp_path: Path) -> None:
    scan, wide = tmp_path / "scan.pdf", tmp_path / "wide.yaml"
    scan.write_bytes(b"%PDF-1.7\n\xe2\xe3\xcf\xd3")
    wide.write_bytes(b"c\0o\0d\0e\0")
    for file in (scan, wide):
        with pytest.raises(InputError, match=r"this is no codebook: .* YAML file.* or one that ships: shooting"):
            load(file)


def test_a_folder_is_no_codebook_and_the_refusal_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot be read: .*Give a YAML file"):
        load(tmp_path)


def test_a_field_may_be_filled_by_what_is_found_and_by_its_own_words() -> None:
    book = read(
        "codebook: x\nlabel: x\nfields: [{name: crowd, label: b, filled_by: [crowd, killed]}]", source="mine.yaml"
    )
    assert book.fields[0].filled_by == ("crowd", "killed")


def test_every_kind_of_value_that_may_fill_a_field_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "codebooks.md").read_text(encoding="utf8")
    assert [name for name in sorted(FOUND) if f"`{name}`" not in page] == []


def test_every_key_and_every_field_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "codebooks.md").read_text(encoding="utf8")
    keys = {"codebook", "label", "fields", "scales", "name", "silent", "filled_by", "words", "scale", "grade"}
    fields = {name for book in shipped() for field in load(book).fields for name in field.filled_by}
    assert [name for name in sorted(keys | fields) if f"`{name}`" not in page] == []


def test_the_codebook_of_the_documentation_works_as_it_stands() -> None:
    page = (Path(__file__).parents[2] / "docs" / "codebooks.md").read_text(encoding="utf8")
    example = page.split("```yaml\n")[1].split("```")[0]
    book = read(example, source="codebooks.md")
    assert book.scale("damage")[1].pattern.search("windows were smashed")


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Two brothers were charged in the deaths of two sisters.", "charges against anyone"),
        ("Bail was set after they pleaded not guilty.", "charges against anyone"),
        ("County detectives are looking into it.", "who investigates"),
        ("She heard five shots from the yard.", "number of shots"),
        ("He was shot once in the leg.", "number of shots"),
        ("A man turned himself in on Monday.", "whether anyone was arrested"),
        ("Footage from a gas station shows a car.", "video"),
        ("It is not known why he fired.", "what led to it"),
    ],
)
def test_nobody_is_silent_of_what_a_text_has_words_of(text: str, silent: str) -> None:
    book = load("shooting")
    assert silent in book.silences(frozenset(), ["It rained in Springfield."])
    assert silent not in book.silences(frozenset(), ["It rained in Springfield.", text])


def test_a_codebook_says_which_words_speak_to_a_field(tmp_path: Path) -> None:
    path = tmp_path / "protests.yaml"
    told = PROTESTS.replace(
        "    silent: how it ended\n", "    silent: how it ended\n    mentions: [cleared, broke up]\n"
    )
    path.write_text(told, encoding="utf8")
    book = load(path)
    assert book.silences({"injured"}, ["The crowd was cleared at dusk."]) == ()
    assert book.silences({"injured"}, ["They walked home in the rain."]) == ()  # a word of its values
    assert book.silences({"injured"}, ["The crowd sang."]) == ("how it ended",)


def test_a_field_without_mentions_has_those_of_the_values_that_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "codebook: mine\nlabel: Mine\nfields:\n  - {name: court, label: court, silent: court, filled_by: [charges]}\n",
        encoding="utf8",
    )
    assert load(path).silences(frozenset(), ["She was indicted in May."]) == ()
    assert load(path).silences(frozenset(), ["She sang in May."]) == ("court",)
