"""The JSON-LD export."""

from __future__ import annotations

import json
from typing import Any

from sayso.report.linked_data import CONTEXT, address, linked_data
from tests.report.builders import empty
from tests.report.ferry import ferry


def nodes() -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in json.loads(linked_data(ferry()))["graph"]}


def test_every_node_has_an_id_of_its_own() -> None:
    graph = json.loads(linked_data(ferry()))["graph"]
    assert len({node["id"] for node in graph}) == len(graph)


def test_every_reference_leads_to_a_node() -> None:
    found = nodes()
    named = {key for key, told in CONTEXT.items() if isinstance(told, dict)} - {
        "url",
        "motivation",
        "source",
        "memberOf",
    }
    for node in found.values():
        for key in named & node.keys():
            told = node[key] if isinstance(node[key], list) else [node[key]]
            for reference in told:
                assert reference in found, (key, reference)


def test_selectors_give_the_documents_own_characters() -> None:
    texts = {address(d): d.text.encode("utf-8", "replace").decode() for d in ferry().documents}
    for node in nodes().values():
        for target in node.get("target", ()):
            position, quote = target["selector"]
            text = texts[target["source"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_claims_and_quotations_are_those_of_the_dossier() -> None:
    dossier = ferry()
    kinds = [node["type"] for node in nodes().values()]
    assert kinds.count("Claim") == len(dossier.claims)
    assert kinds.count("Quotation") + kinds.count("sayso:ReportedSpeech") == sum(
        bool(a.content) for a in dossier.attributions
    )


def test_nothing_has_to_be_fetched_to_read_it() -> None:
    assert isinstance(json.loads(linked_data(empty()))["@context"], dict)


def test_no_address_runs_anything() -> None:
    assert "javascript:alert(document.domain)" not in linked_data(ferry())
