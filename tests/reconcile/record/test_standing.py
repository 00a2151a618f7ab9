"""A cell stands as the dossier has it, and what it holds somebody speaks to."""

from __future__ import annotations

from dataclasses import replace

from sayso.codebooks import load
from sayso.model import Cell, CellState, Dossier, Reading, Record
from sayso.reconcile import reconcile
from sayso.reconcile.record import record
from sayso.reconcile.record.heard import heard
from sayso.report.html import page
from tests.reconcile.record.texts import reading

BOOK = load("use_of_force")
AGENCY = (
    "A man was shot and killed by Alder County deputies Monday night in Springfield, the sheriff’s office said.\n\n"
    "The deputies fired two rounds at Marlo Quill, 34, the sheriff’s office said.\n\nQuill attacked a deputy with a "
    "handgun, the sheriff’s office said."
)
CORONER = "Marlo Quill was hit Monday in Springfield. The deputies fired five rounds at Quill, the coroner said."
WITNESS = "Marlo Quill had no gun, said Petra Olm, who saw the shooting Monday. Quill was unarmed, Olm said."


def both(*texts: str) -> tuple[Dossier, Record]:
    given: list[Reading] = [reading(text, published=f"2016-07-{5 + k:02}", name=str(k)) for k, text in enumerate(texts)]
    told = reconcile(given, codebook=BOOK)
    return told, record(given, codebook=BOOK, dossier=told)


def cell(told: Record, field: str) -> Cell:
    found = told.cell(field)
    assert found is not None
    return found


def test_a_number_that_independent_origins_dispute_is_not_plainly_stated() -> None:
    _, told = both(AGENCY, CORONER)
    shots = cell(told, "shots")
    assert shots.state is CellState.DISPUTED
    assert "Independent origins differ" in shots.rule
    assert {"2", "5"} <= {s.value for s in shots.said}


def test_what_a_witness_says_was_not_so_is_disputed() -> None:
    _, told = both(AGENCY, WITNESS)
    assert cell(told, "weapon").state is CellState.DISPUTED


def test_a_dispute_over_one_matter_leaves_the_others_as_they_are() -> None:
    _, told = both(AGENCY, CORONER)
    assert cell(told, "date").state is CellState.STATED
    assert cell(told, "killed").state is CellState.STATED
    assert cell(told, "force").state is CellState.STATED


def test_without_differences_cells_stay_stated() -> None:
    _, told = both(AGENCY)
    assert cell(told, "shots").state is CellState.STATED
    assert cell(told, "weapon").state is CellState.STATED


def test_nobody_speaks_to_leaves_out_what_a_cell_holds() -> None:
    dossier, told = both(AGENCY + "\n\nThe shooting is under review. There is body camera footage of the shooting.")
    assert told.value("recording")
    silent = replace(dossier, silences=("video or body camera", "who fired first"))
    assert heard(silent, told, BOOK).silences == ("who fired first",)
    section = page(silent, told, BOOK).split('id="silences"')[1].split("</section>")[0]
    assert "who fired first" in section
    assert "body camera" not in section


def test_what_its_own_source_takes_back_is_changed() -> None:
    armed = (
        "A man was shot and killed by Alder County deputies Monday in Springfield, the sheriff’s office said.\n\n"
        "The man was armed with a knife, the sheriff’s office said."
    )
    back = "No knife was found, the sheriff’s office said Wednesday. It withdrew its statement that he had a knife."
    _, told = both(armed, back)
    weapon = cell(told, "weapon")
    assert weapon.state is CellState.CHANGED
    assert "then not “knife”" in weapon.rule
