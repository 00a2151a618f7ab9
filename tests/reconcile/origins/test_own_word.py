"""Whose word a record is, what nobody speaks to, what is only presupposed, and who reports without a basis."""

from __future__ import annotations

import pytest

from sayso.codebooks import load
from sayso.model import Basis, Span, Status, Value
from sayso.reconcile import reconcile
from sayso.reconcile.differences.fits import Fit, fit
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed

AUTHOR = person("Ina Fairley")


def test_a_report_and_its_author_are_one_origin() -> None:
    dossier = reconcile(
        [
            reading(
                Says("the skull was cracked before the fall", (AUTHOR,)),
                Says("the skull was cracked before the fall", (unnamed("Ina Fairley’s report"),)),
            )
        ]
    )
    assert dossier.overall.independent == (1, 1)
    assert all(a.status is not Status.CORROBORATED for a in dossier.assessments)


def test_a_suit_is_its_plaintiffs_word() -> None:
    family = group("The family of Ode Tern")
    dossier = reconcile(
        [
            reading(
                Says("The family of Ode Tern sued", (family,), predicate="sue", taking=(("agent", family.name),)),
                Says("the deputies struck him", (unnamed("the lawsuit"),)),
                Says("the deputies hid it", (family,)),
            )
        ]
    )
    assert dossier.overall.independent == (1, 1)


def test_a_reporter_of_a_station_is_never_counted() -> None:
    dossier = reconcile([reading(Says("the lamp fell", (Who("Lio Marr", affiliation="KQXV"),)))])
    assert dossier.overall.independent == (0, 0)
    assert {o.basis for o in dossier.origins} == {Basis.UNSTATED}


@pytest.mark.parametrize(
    "text",
    [
        "the Ellery Rangers are investigating",
        "it would investigate",
        "the board is reviewing the shooting",
        "The Coast Team is conducting the investigation",
    ],
)
@pytest.mark.parametrize("book", ["shooting", "use_of_force"])
def test_investigating_in_any_voice_is_heard(text: str, book: str) -> None:
    assert "who investigates" not in load(book).silences(set(), [text])


@pytest.mark.parametrize(
    ("text", "heard"), [("a neighbor who described hearing two shots", True), ("the officers were not named", False)]
)
def test_a_witness_who_is_described_is_heard(text: str, heard: bool) -> None:
    assert ("who saw it" not in load("shooting").silences(set(), [text])) is heard


def test_who_is_named_as_killed_is_no_silence() -> None:
    ode = person("Ode Tern")
    says = Says(
        "deputies of the Kettle County Sheriff’s Office shot Ode Tern",
        (org("Kettle County Sheriff’s Office"),),
        predicate="shoot",
        taking=(("patient", "Ode Tern"), ("agent", "deputies of the Kettle County Sheriff’s Office")),
    )
    more = Says("the Ellery Rangers are investigating", (org("Ellery Rangers"),))
    dossier = reconcile([reading(Says("Ode Tern had a lamp", (ode,)), says, more)])
    assert not {"name of the person hurt or killed", "who investigates", "which agency took part"} & set(
        dossier.silences
    )


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("Aldo Venn", "Mark", Fit.OPEN),
        ("Aldo Mark Venn", "Mark", Fit.SAME),
        ("Aldo Mark Venn", "Aldo Venn", Fit.SAME),
        ("Aldo Venn", "Ida Tern", Fit.APART),
    ],
)
def test_one_name_alone_disputes_no_full_name(a: str, b: str, how: Fit) -> None:
    span = Span(document="0" * 64, start=0, end=1, exact="x")
    one, two = (Value(field="victim_name", value=name, span=span) for name in (a, b))
    assert fit(one, two) is how


def test_what_they_did_not_know_is_not_denied() -> None:
    mother = person("Una Tern")
    dossier = reconcile(
        [
            reading(
                Says("they were shooting Mark Tern there", (org("Kettle County Sheriff’s Office"),), predicate="shoot"),
                Says("they did not know they were shooting Mark Tern there", (mother,), "know", polarity=False),
            )
        ]
    )
    assert not any(a.status is Status.DISPUTED for a in dossier.assessments)


def test_a_spokeswoman_belongs_to_the_only_body_called_so() -> None:
    says = Says("the dock was open", (unnamed("a bureau spokeswoman"),))
    dossier = reconcile([reading(Says("the lamp was lit", (org("Marlow Lantern Bureau"),)), says)])
    assert dossier.overall.independent == (1, 1)


def test_her_office_is_hers() -> None:
    dossier = reconcile(
        [
            reading(
                Says("the lamp was lit", (Who("Una Marr", role="sheriff"),)),
                Says("the dock was open", (org("her office"),)),
            )
        ]
    )
    assert dossier.overall.independent == (1, 1)
