"""Dossiers and readings in the terminal. Text of documents is printed inert: no escape sequence of theirs acts."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from sayso.model import Attribution, Channel, CueType, Dossier, Reading, Relation
from sayso.report.accounts import Card, Given, moves
from sayso.report.dates import with_days
from sayso.report.index import Index, Word, interval, many
from sayso.report.inert import one_line, shorten
from sayso.report.view import Chip, Row, rows, words_of

ROWS = 12
_COLOURS = ("blue", "red", "green", "magenta", "cyan", "bright_red", "yellow", "bright_black")


def colour(word: Word) -> str:
    """A component's colour in the terminal; the letter tells it apart without."""
    if word.style.startswith("k"):
        return _COLOURS[int(word.style[1:]) % len(_COLOURS)]
    return "yellow" if word.style == "bare" else "dim"


def _letter(word: Word) -> Text:
    return Text.assemble((f"[{word.letter}]", f"bold {colour(word)}"))


def summary(dossier: Dossier, console: Console) -> None:
    """Findings, counts and the table of claims."""
    index = Index(dossier)
    overall = dossier.overall
    figures = [
        (many(len(dossier.documents), "document"), ""),
        (many(len(dossier.voices), "voice"), ""),
        (many(len(dossier.attributions), "attribution"), ""),
        (f"{interval(overall.independent)} independent origin{'' if overall.independent == (1, 1) else 's'}", "bold"),
        (f"{interval(overall.outside)} outside the parties", ""),
    ]
    console.print(Text(" · ").join(Text(words, style=style) for words, style in figures))
    for caution in (c for c in dossier.cautions if len(dossier.documents) > 1 or len(c.documents) > 1):
        console.print(Text(f"\nBefore you rely on this: {one_line(caution.message)}.", style="bold yellow"))
    if dossier.findings:
        console.print()
        for n, finding in enumerate(dossier.findings):
            console.print(
                Padding(Text(with_days(finding), style="bold" if n == 0 else ""), (0, 0, 0, 0 if n == 0 else 2))
            )
    _legend(index, console)
    every = rows(index)
    if every:
        console.print(_claims(every[:ROWS], console.width))
        if len(every) > ROWS:
            console.print(
                Text(f"and {many(len(every) - ROWS, 'further statement')}, all of them in the page.", style="dim")
            )
    moved = [m for m in moves(index) if m.relation is not Relation.REFINES]
    for move in moved[:5]:
        console.print()
        console.print(Text(f"{move.topic}: {move.badge.lower()}", style="bold"))
        for card in move.cards[:8]:
            for given in card.given[:4]:
                console.print(_given(card, given))
    unknown = [f"“{words_of(index.claims[key])}”" for key in dossier.unknowns if key in index.claims]
    for head, told in (
        ("Said to be unknown", "\n".join(unknown)),
        ("Nobody speaks to", ", ".join(one_line(s) for s in dossier.silences)),
    ):
        if told:
            console.print(Text(f"\n{head}", style="bold"))
            console.print(Padding(Text(told), (0, 0, 0, 2)))


def _legend(index: Index, console: Console) -> None:
    if not index.components:
        return
    console.print()
    for word, group in index.components[:12]:
        told = Text.assemble(_letter(word), f" {word.name}")
        if len(group) > 1:
            told.append(f" · {len(group)} origins in one", style="dim")
        if word.interested:
            told.append(" · took part", style="dim")
        console.print(told)
    if len(index.components) > 12:
        console.print(Text(f"and {len(index.components) - 12} more", style="dim"))


def _given(card: Card, given: Given) -> Text:
    """One value of one origin: its words, who tells it, since when."""
    told = Text.assemble("   ", _letter(card.word), " ", (f"{given.after} ", "dim") if given.after else "")
    told.append(f"{given.lead}" + ", ".join(f"“{quote}”" for quote in given.quotes))
    if given.against:
        told.append(f" ≠ {', '.join(given.against)}", style="red")
    names = dict.fromkeys(" ".join(part for part in (a.name, a.when) if part) for a in given.tellings)
    told.append(f"  {'; '.join(names)}" + (f" and {given.more} more" if given.more else ""), style="dim")
    return told


def _claims(shown: tuple[Row, ...], width: int) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 1, 0), expand=True, title_justify="left")
    table.add_column("\nWhat is said", ratio=4)
    table.add_column("\nwho says it", ratio=5)
    table.add_column("\nhow it stands", ratio=3)
    most = 110 if width < 100 else 200
    for row in shown:
        said = Text("\n").join(_voice(chip) for chip in row.shown[:6])
        if len(row.shown) > 6:
            said.append(f"\nand {len(row.shown) - 6} more", style="dim")
        stands = Text.assemble((row.badge, _style(row)))
        if row.counts:
            stands.append(f"\n{row.counts}", style="dim")
        table.add_row(Text(shorten(row.text, most)), said, stands)
    return table


def _style(row: Row) -> str:
    return {
        "disputed": "bold red",
        "changed": "bold magenta",
        "withdrawn": "bold magenta",
        "corroborated": "bold green",
    }.get(row.status.value, "bold" if row.status.value == "single origin" else "")


def _voice(chip: Chip) -> Text:
    told = Text.assemble(_letter(chip.word), f" {chip.name}")
    if chip.denies:
        told.append(" denies", style="bold")
    if chip.how:
        told.append(f" · {chip.how}", style="dim")
    if len(chip.links) > 1:
        told.append(f" ×{len(chip.links)}", style="dim")
    return told


def attributions(reading: Reading, console: Console) -> None:
    """A document's attributions in the order of the text, those inside others indented below them."""
    document = reading.document
    title = one_line(document.title or document.name)
    about = ", ".join(one_line(t) for t in (document.publisher, str(document.published_at or "")) if t)
    head = Text(title, style="bold")
    if about:
        head.append(f"\n{about}", style="dim")
    console.print(Panel(head, expand=False, border_style="dim"))
    held = {a.id: a for a in reading.attributions}
    inside: dict[str | None, list[Attribution]] = {}
    for found in reading.attributions:
        inside.setdefault(found.parent if found.parent in held else None, []).append(found)
    names = {a.id: a.name for a in reading.agents}
    seen: set[str] = set()

    def show(parent: str | None, depth: int) -> None:
        for found in sorted(inside.get(parent, ()), key=_place):
            if found.id in seen:
                continue
            seen.add(found.id)
            console.print(Padding(_attribution(found, names), (0, 0, 1, min(4 * depth, 24))))
            show(found.id, depth + 1)

    show(None, 0)
    for found in reading.attributions:  # parents in a circle are a bug, and still shown
        if found.id not in seen:
            seen.add(found.id)
            console.print(Padding(_attribution(found, names), (0, 0, 1, 0)))
    own = [c for c in reading.claims if c.attribution is None]
    console.print(
        Text(
            f"{many(len(reading.attributions), 'attribution')}, {many(len(own), 'claim')} credited to nobody",
            style="dim",
        )
    )


def _place(found: Attribution) -> int:
    return min((s.start for s in (*found.source, *found.cue, *found.content)), default=0)


def _attribution(found: Attribution, names: dict[str, str]) -> RenderableType:
    source = one_line(" … ".join(s.exact for s in found.source))
    name = one_line(names.get(found.agent or "", ""))
    told = Text.assemble((source or ("(carried over)" if name else "nobody named"), "bold cyan"))
    if name and name.casefold() not in (source.casefold(), source.casefold().removeprefix("the ")):
        told.append(f" = {name}", style="cyan")
    cue = one_line(" … ".join(s.exact for s in found.cue))
    if cue:
        told.append(f"  {cue}", style="italic magenta")
    facts = [found.kind.value]
    if found.cue_type is not CueType.STATES:
        facts.append(found.cue_type.value)
    if found.channel is not Channel.UNSTATED:
        facts.append(found.channel.value)
    facts.append(f"{found.confidence:.0%}")
    told.append(f"  {' · '.join(facts)}", style="dim")
    content = [one_line(s.exact) for s in found.content]
    return Group(told, *(Padding(Text(words), (0, 0, 0, 2)) for words in content))
