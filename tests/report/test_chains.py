"""One proposition's chains."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import AgentKind, Basis, Dependence, Dossier, Kind, Reason, Status
from sayso.report.chains import THROUGH, Chainer, Chains
from sayso.report.index import Index
from tests.report.builders import Maker, document


def drawn(dossier: Dossier, number: int = 0) -> Chains | None:
    return Chainer(Index(dossier)).chains(dossier.propositions[number])


def outlets(n: int) -> Maker:
    """`n` outlets that all have it from the river police; one more says so in its own voice."""
    m = Maker()
    m.agent("police", "River Police", AgentKind.ORGANISATION)
    m.origin("o-police", "police", Basis.OFFICIAL, "A", interested=True)
    m.components = (("o-police",),)
    claims = []
    for k in range(n + 1):
        m.agent(f"n{k}", f"Outlet {k}", AgentKind.PUBLISHER)
        m.origin(f"o-n{k}", None, Basis.UNSTATED, through=f"n{k}")
        m.origin_of[f"n{k}"] = f"o-n{k}"
        words = "The boat sank" if k == n else f"River Police said the boat sank on day {k}."
        doc = m.document(document(f"{k}.txt", words), f"n{k}")
        if k < n:
            m.attribution(
                f"a{k}", doc, "police", "o-police", "River Police", "said", "the boat sank", kind=Kind.INDIRECT
            )
        claims.append(m.claim(doc, f"a{k}" if k < n else None, "the boat sank" if k < n else "The boat sank", "sink"))
    m.proposition("the boat sank", claims, Status.SINGLE_ORIGIN)
    return m


def test_documents_that_have_it_from_one_origin_share_a_strand() -> None:
    chains = drawn(outlets(3).dossier())
    assert chains is not None
    police, nobody = chains.rests
    assert [[p.name for p in s.places] for s in police.strands] == [["Outlet 0", "Outlet 1", "Outlet 2"]]
    assert police.strands[0].steps == (), "the origin's own frame names it"
    assert police.basis == "official statement · took part"
    assert (nobody.word.letter, nobody.name) == ("–", "nobody is credited")


def test_more_documents_than_fit_are_counted() -> None:
    chains = drawn(outlets(9).dossier())
    assert chains is not None
    strand = chains.rests[0].strands[0]
    assert (len(strand.places), strand.more) == (4, 5)


def test_what_one_document_says_in_its_own_voice_has_no_chain() -> None:
    assert drawn(outlets(0).dossier()) is None


def relayed(*, certain: bool) -> Dossier:
    m = outlets(1)
    m.agent("crew", "the crew", AgentKind.GROUP)
    m.origin("o-crew", "crew", Basis.WITNESS, "B")
    m.components = (("o-police",), ("o-crew",))
    told = m.supports[0]
    m.supports[0] = replace(told, chain=(*told.chain, "crew"), origin="o-crew")
    m.dependences.append(
        Dependence(
            a="o-crew",
            b="o-police",
            reason=Reason.CONFIRMS,
            note="“the crew” is heard only through River Police",
            certain=certain,
            claims=(told.claim,),
        )
    )
    return m.dossier()


def test_who_is_heard_only_through_another_is_marked_in_the_others_colour() -> None:
    chains = drawn(relayed(certain=False))
    assert chains is not None
    crew = next(r for r in chains.rests if r.name == "“the crew”")
    step = crew.strands[0].steps[0]
    assert (step.name, step.note) == ("River Police", THROUGH)
    assert step.word is not None and step.word != crew.word


def test_a_denial_has_a_frame_of_its_own() -> None:
    m = outlets(2)
    first = m.propositions[0]
    m.propositions[0] = replace(first, denials=first.claims[1:2])
    chains = drawn(m.dossier())
    assert chains is not None
    assert [(r.word.letter, r.denies) for r in chains.rests] == [("A", False), ("–", False), ("A", True)]


def test_what_may_make_two_origins_one_is_told() -> None:
    m = outlets(2)
    m.agent("mate", "the mate", AgentKind.UNNAMED)
    m.origin("o-mate", "mate", Basis.UNNAMED, "B")
    m.components = (("o-police",), ("o-mate",))
    m.supports[1] = replace(m.supports[1], chain=(m.supports[1].chain[0], "mate"), voice="mate", origin="o-mate")
    m.dependences.append(
        Dependence(a="o-mate", b="o-police", reason=Reason.SPEAKS_FOR, note="the mate may serve there", certain=False)
    )
    chains = drawn(m.dossier())
    assert chains is not None
    assert chains.ties == ("Perhaps: the mate may serve there",)
