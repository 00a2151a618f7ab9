"""Edges between lawyers and their clients, and between the lawyers of one client, as `clients` finds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model import AgentKind, Dependence, Origin, Reason, Span
from sayso.reconcile.agents.clients import FAMILY, Client, clients
from sayso.reconcile.agents.names import words
from sayso.reconcile.origins.ground import Ground, called
from sayso.reconcile.origins.makers import suing


def represented(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """Who represents somebody speaks for them, for the family as a group, and for whoever sues for an estate."""
    first = ground.first()
    shared: dict[tuple[object, ...], Client] = {}
    for client in clients(ground.readings, ground.roster):
        lawyer = first.get(client.lawyer)
        if lawyer is None:
            continue
        name = called(ground.agent(lawyer))
        for agent, certain in _clients(client, ground, first):
            note = f"{name} is the lawyer of {called(ground.roster.agents[agent])}"
            if not certain:
                note = f"{name} is the family’s lawyer, and may say what {called(ground.roster.agents[agent])} says"
            evidence = (*client.spans, *namings.get(agent, ()))
            yield Dependence(
                a=lawyer.id,
                b=first[agent].id,
                reason=Reason.SPEAKS_FOR,
                note=note,
                evidence=evidence,
                certain=certain,
            )
        if client.key:
            other = shared.setdefault(client.key, client)
            if other.lawyer != client.lawyer:
                note = f"{name} and {called(ground.roster.agents[other.lawyer])} are lawyers of one client"
                yield Dependence(
                    a=lawyer.id,
                    b=first[other.lawyer].id,
                    reason=Reason.SPEAKS_FOR,
                    note=note,
                    evidence=(*client.spans, *other.spans),
                )


def _clients(client: Client, ground: Ground, first: Mapping[str, Origin]) -> Iterator[tuple[str, bool]]:
    """The agents who are a client, and whether that is certain."""
    yield from ((agent, True) for agent in sorted(client.people) if agent in first and agent != client.lawyer)
    if not client.family:
        return
    surname = words(FAMILY.sub("", client.name))[-1:]
    reading = next(r for r in ground.readings if r.document.id == client.document)
    here = {ground.roster.aka[a.id] for a in reading.agents}
    sue = {agent for r in ground.readings for agent in suing(r, ground.roster)}
    for agent in first:
        told = ground.roster.agents[agent]
        if agent == client.lawyer or ground.roster.homes.get(agent):
            continue
        group = told.kind is not AgentKind.PERSON and FAMILY.search(told.name) is not None
        if agent in sue or (group and (agent in here or (surname and surname[0] in words(told.name)))):
            yield agent, True
        elif (
            agent in here
            and told.kind is AgentKind.PERSON
            and first[agent].interested
            and surname == words(told.name)[-1:]
        ):
            yield agent, False
