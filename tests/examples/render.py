"""Writes down what sayso makes of each bundled example, as text to be reviewed: `make golden`.

python tests/examples/render.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso import batch
from sayso.model import Assessment, Attribution, Document, Dossier, Reading, Span
from sayso.read import read
from sayso.reconcile import reconcile
from sayso.reconcile.agents.organisations import default, with_table

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples"


def examples() -> list[Path]:
    """The folders of the examples that ship."""
    return sorted(folder.parent for folder in EXAMPLES.glob("*/documents"))


def readings(folder: Path) -> list[Reading]:
    """An example's readings, its table of what files do not say included."""
    table = folder / "about.csv"
    known = batch.about(table) if table.exists() else {}
    found = []
    for file in sorted((folder / "documents").iterdir()):
        for document in batch.load(file, known.get(file.name)):
            assert isinstance(document, Document), document
            found.append(read(document))
    return found


def dossier(folder: Path, given: Sequence[Reading]) -> Dossier:
    """The dossier of an example's readings, its table of organisations included."""
    table = folder / "organisations.yaml"
    return reconcile(given, organisations=with_table(table) if table.exists() else default())


def render(made: Dossier) -> str:
    """Everything that a person would check of a dossier, in words."""
    parts = [_documents(made), _origins(made), _dependences(made), _propositions(made), _rest(made)]
    return "\n".join(line.rstrip() for part in parts for line in part) + "\n"


def _documents(made: Dossier) -> Iterator[str]:
    names = {agent.id: agent.name for agent in made.agents}
    known = dict(made.aka)
    for document, narrator in zip(made.documents, made.narrators, strict=True):
        yield f"== {document.name} · {document.published_at} · {names[narrator]}"
        inside = [one for one in made.attributions if one.document == document.id]
        places = {one.id: place for place, one in enumerate(inside, 1)}
        for one in inside:
            agent = names.get(known.get(one.agent or "", one.agent or ""), "nobody named")
            parent = f" inside {places[one.parent]}" if one.parent else ""
            yield f"{places[one.id]}{parent}. {agent} [{_said(one.source)}] {_said(one.cue)}: {_said(one.content)}"
            yield f"     {', '.join(_facts(one, places))}"
        yield ""
        own = [claim for claim in made.claims if claim.document == document.id and claim.attribution is None]
        yield from (f"   in nobody's name: {_said(claim.spans)}" for claim in own)
        yield ""


def _facts(one: Attribution, places: dict[str, int]) -> Iterator[str]:
    yield from (one.kind, one.cue_type, one.channel)
    if one.carried_from:
        yield "introduced" if one.carried_from == one.id else f"carried from {places[one.carried_from]}"
    if one.confirms:
        yield f"refers to {' and '.join(str(places[other]) for other in one.confirms)}"
    if one.recipient:
        yield f"to {_said(one.recipient)}"


def _said(spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(span.exact.split()) for span in spans) or "–"


def _origins(made: Dossier) -> Iterator[str]:
    names = {agent.id: agent.name for agent in made.agents}
    origins = {origin.id: origin for origin in made.origins}
    yield "== Origins that count as one"
    for component in made.components:
        inside = [origins[name] for name in component.origins]
        told = sorted(f"{names.get(one.agent or one.through or '', '?')} ({one.basis})" for one in inside)
        yield f"{component.name}{' · interested' if component.interested else ''}: {', '.join(told)}"
    yield ""


def _dependences(made: Dossier) -> Iterator[str]:
    yield "== Why origins depend on each other"
    yield from sorted(
        {f"{one.reason}{'' if one.certain else ' (perhaps)'}: {one.note}" for one in made.dependences},
    )
    yield ""


def _propositions(made: Dossier) -> Iterator[str]:
    texts = {one.id: one for one in made.propositions}
    topics = {one.id: one.topic for one in made.comparisons}
    yield f"== Overall: {_counts(made.overall)}"
    yield made.overall.explanation
    yield ""
    yield "== What is said"
    for one in made.assessments:
        proposition = texts.get(one.subject)
        text = proposition.text if proposition else f"[{topics.get(one.subject, one.subject)}]"
        yield f"{one.status} · {_counts(one)} · {' '.join(text.split())}"
        if proposition:
            yield f"     {len(proposition.claims)} for, {len(proposition.denials)} against · {_names(made, one.voices)}"
    yield ""


def _counts(one: Assessment) -> str:
    return f"independent {one.independent[0]} to {one.independent[1]}, outside {one.outside[0]} to {one.outside[1]}"


def _names(made: Dossier, ids: Iterable[str]) -> str:
    names = {agent.id: agent.name for agent in made.agents}
    return ", ".join(sorted(names.get(one, one) for one in ids))


def _rest(made: Dossier) -> Iterator[str]:
    claims = {claim.id: claim for claim in made.claims}
    yield "== Accounts compared"
    for one in made.comparisons:
        yield f"{one.topic} · {one.relation}: {one.explanation}"
        yield from (f"     {account.value} [{_said([account.span])}]" for account in one.accounts)
    yield ""
    yield "== Said to be unknown"
    yield from (_said(claims[name].spans) for name in made.unknowns)
    yield ""
    yield f"== Nobody speaks to: {'; '.join(made.silences)}"
    yield f"== Interested: {_names(made, made.interested)}"
    yield ""
    yield "== How people are named"
    for naming in made.namings:
        voice = _names(made, [naming.voice]) if naming.voice else "in nobody's name"
        yield f"{_names(made, [naming.agent])}, {voice}: {'; '.join(sorted({_said([span]) for span in naming.spans}))}"
    yield ""
    yield "== Timeline"
    yield from (
        f"{event.at} ({event.precision}) {event.kind}: {' '.join(event.text.split())}" for event in made.timeline
    )
    yield ""
    yield "== Findings"
    yield from made.findings


def main() -> None:
    """Write the text of every example anew."""
    for folder in examples():
        (HERE / f"{folder.name}.txt").write_text(render(dossier(folder, readings(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
