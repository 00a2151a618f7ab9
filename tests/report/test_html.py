"""The page: everything is in it, nothing is fetched, and no document can do anything."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from sayso.model import Caution, Component, Detail, Dossier, Relation
from sayso.reconcile import reconcile
from sayso.report.accounts import RELATION_WORDS
from sayso.report.html import page
from sayso.report.index import Index
from sayso.report.inert import inert
from sayso.report.passages import passages
from sayso.report.view import STATUS_WORDS
from tests.reconcile.builders import Says, org, person, reading
from tests.report.builders import empty, large
from tests.report.ferry import ferry


@lru_cache
def made() -> tuple[Dossier, str, Any]:
    dossier = ferry()
    text = page(dossier)
    return dossier, text, parsed(text)


def parsed(text: str) -> Any:
    return parser.document_fromstring(text)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_only_elements_that_run_or_style_are_ours() -> None:
    _, text, tree = made()
    assert len(tree.xpath("//script")) == 1
    assert len(tree.xpath("//style")) == 1
    assert not tree.xpath(
        "//img | //iframe | //object | //embed | //link | //base | //form | //b[contains(., 'Mallory')]"
    )
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@style")
    assert text.count("</script>") == 1
    assert tree.findtext(".//title").startswith("Dossier: “Dock worker shot dead")


def test_nothing_is_loaded_from_anywhere() -> None:
    _, _, tree = made()
    assert not tree.xpath("//@src | //@srcset | //@data | //@poster | //@background | //@action | //@ping")
    for href in tree.xpath("//@href"):
        assert href.startswith("#") or href == "https://courier.invalid/ferry", href
    css = tree.findtext(".//style")
    assert "url(" not in css and "@import" not in css


def test_the_content_security_policy_allows_our_own_style_and_script_alone() -> None:
    _, text, tree = made()
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    for name, element in (("style-src", "style"), ("script-src", "script")):
        inside = re.search(f"<{element}>(.*?)</{element}>", text, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert tree.xpath("//head/*")[1].get("http-equiv") == "Content-Security-Policy"


def test_every_link_has_a_target_and_every_id_is_one() -> None:
    _, _, tree = made()
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in tree.xpath("//a/@href[starts-with(., '#')]"):
        assert href[1:] in ids, href


def test_no_text_of_a_document_is_lost() -> None:
    dossier, _, tree = made()
    for number, document in enumerate(dossier.documents, 1):
        body = tree.xpath(f"//article[@id='d{number}']//div[@class='text']")[0]
        for ours in body.xpath(".//a[contains(@class, 'ref')] | .//span[@class='by']"):
            ours.drop_tree()
        assert squeezed(body.text_content()) == squeezed(inert(document.text)), document.name


def test_every_claim_and_attribution_is_marked_at_its_characters() -> None:
    dossier, _, tree = made()
    for number, claim in enumerate(dossier.claims, 1):
        marks = tree.xpath(f"//mark[contains(concat(' ', @data-c, ' '), ' c{number} ')]")
        told = "".join(m.text_content() for m in marks)
        assert squeezed(told) == squeezed(inert("".join(s.exact for s in claim.spans)))
    for number, found in enumerate(dossier.attributions, 1):
        marks = tree.xpath(f"//mark[contains(concat(' ', @data-a, ' '), ' a{number} ')]")
        told = "".join(m.text_content() for m in marks)
        assert squeezed(told) == squeezed(inert("".join(s.exact for s in found.content)))


def test_every_piece_of_a_passage_is_the_documents_own_characters() -> None:
    dossier = ferry()
    index = Index(dossier)
    for document in dossier.documents:
        at = 0
        for passage in passages(document, index):
            for piece in passage.pieces:
                assert piece.text == document.text[piece.start : piece.end]
                assert not document.text[at : piece.start].strip()
                at = piece.end
        assert not document.text[at:].strip()


def test_every_proposition_is_a_row_with_its_voices() -> None:
    dossier, _, tree = made()
    for number, proposition in enumerate(dossier.propositions, 1):
        row = tree.xpath(f"//tr[@id='p{number}']")[0]
        links = {href[1:] for href in row.xpath(".//td//a[not(ancestor::*[@class='finer'])]/@href")}
        wanted = {
            f"c{1 + n}" for n, c in enumerate(dossier.claims) if c.id in (*proposition.claims, *proposition.denials)
        }
        assert links == wanted


def test_the_header_gives_the_counts_and_the_hashes() -> None:
    dossier, text, tree = made()
    figures = {d.findtext("dt"): d.findtext("dd") for d in tree.xpath("//dl[@class='figures']/div")}
    assert figures["documents"] == "5"
    assert figures["independent origins"] == "5–6"
    assert figures["outside the parties"] == "5"
    for document in dossier.documents:
        assert document.id in text
    assert "4 March 2031 to 6 March 2031" in text


def test_low_confidence_is_marked() -> None:
    _, _, tree = made()
    low = tree.xpath("//mark[contains(@class, 'low')]")
    assert [m.text_content() for m in low] == ["the account"]


def test_a_component_is_never_told_by_colour_alone() -> None:
    _, _, tree = made()
    for chip in tree.xpath("//*[contains(concat(' ', @class, ' '), ' chip ')]"):
        assert chip.xpath("string(.//span[@class='l'])").strip()
    for group in tree.xpath("//*[local-name()='svg'][contains(@class, 'broad')]//*[contains(@class, 'frame')]/.."):
        assert "badge" in str(parser.tostring(group))


def test_the_same_dossier_gives_the_same_page() -> None:
    assert page(ferry()) == page(ferry())


def test_a_dossier_in_which_nobody_says_anything_has_a_page() -> None:
    text = page(empty())
    assert "Nothing." in text
    assert "No claim was found" in text


def test_a_long_dossier_folds_what_matters_less() -> None:
    text = page(large(300, 60))
    tree = parsed(text)
    assert len(tree.xpath("//tr[@data-status]")) == 300
    assert len(tree.xpath("//details[@class='rest claims']//tr[@data-status]")) >= 280
    assert len(tree.xpath("//ol[@class='standings']/li")) == 60


def test_the_page_can_be_written_as_utf_8() -> None:
    made()[1].encode("utf-8")


def test_text_that_looks_like_a_template_is_text() -> None:
    assert "{{ 7*7 }}" in made()[1]


def test_a_hostile_name_anywhere_stays_text() -> None:
    attack = "\"'><script>alert(1)</script><!-- </style> \u202e"
    dossier = ferry()
    dossier = replace(
        dossier,
        documents=tuple(
            replace(d, name=attack, title=attack, publisher=attack, authors=(attack,), url=attack, warnings=(attack,))
            for d in dossier.documents
        ),
        agents=tuple(replace(a, name=attack, role=attack, affiliation=attack) for a in dossier.agents),
        findings=(attack,),
        silences=(attack,),
        timeline=tuple(replace(e, text=attack, kind=attack, at=attack) for e in dossier.timeline),
        comparisons=tuple(replace(c, topic=attack, explanation=attack) for c in dossier.comparisons),
        propositions=tuple(replace(p, text=attack, topic=attack) for p in dossier.propositions),
        assessments=tuple(replace(a, explanation=attack) for a in dossier.assessments),
        dependences=tuple(replace(d, note=attack) for d in dossier.dependences),
        courses=tuple(replace(c, topic=attack, steps=tuple(replace(s, value=attack, at=attack) for s in c.steps))
                      for c in dossier.courses),
        refinements=tuple(replace(r, adds=attack) for r in dossier.refinements),
        versions=tuple(replace(v, address=attack) for v in dossier.versions),
        details=(Detail(id="d", topic=attack, field=attack, about=attack, value=attack, text=attack,
                        accounts=dossier.comparisons[0].accounts),),
        components=tuple(Component(id=c, name=attack + "…", origins=(), agents=()) for c in "ABCDEF"),
        codebook=attack,
    )  # fmt: skip
    tree = parsed(page(dossier))
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert not tree.xpath("//comment()")


def _luminance(colour: str) -> float:
    colour = colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    a, b = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_have_enough_contrast(scheme: int) -> None:
    css = parsed(page(empty())).findtext(".//style")
    roots = re.findall(r":root\{([^}]*)\}", css)[:2]
    colours = dict(re.findall(r"--([\w-]+):(#\w+)", roots[scheme]))
    for name in [*(f"k{n}" for n in range(8)), "bare", "own"]:
        for ground in (colours[name + "b"], colours["card"], colours["paper"]):
            assert _contrast(colours[name], ground) >= 4.5, (scheme, name, ground)
        assert _contrast(colours["ink"], colours[name + "b"]) >= 7
    for ground in ("paper", "card"):
        assert _contrast(colours["soft"], colours[ground]) >= 4.5
    assert _contrast(colours["ink"], colours["on-bg"]) >= 4.5


def test_every_way_a_claim_can_stand_is_documented() -> None:
    told = (Path(__file__).parents[2] / "docs" / "dossier.md").read_text("utf-8")
    for words in STATUS_WORDS.values():
        assert f"| {words} |" in told


def _row(tree: Any, text: str) -> Any:
    return next(r for r in tree.xpath("//tr[@data-status]") if text in r.xpath("string(th)"))


def test_each_claim_draws_who_has_it_from_whom() -> None:
    _, _, tree = made()
    drawn = _row(tree, "One officer was struck").xpath(".//details[@class='chains']/div")
    words = [" ".join(d.text_content().split()) for d in drawn]
    assert [d.get("class") for d in drawn] == ["rests k0", "rests bare"]
    assert "Ellery Courier" in words[0] and "Department of Harbours" in words[0]
    assert "official statement · took part" in words[0]
    assert "Okonkwo-Brandt" in words[1] and "no basis is stated" in words[1]


def test_every_document_of_a_chain_leads_to_its_words() -> None:
    _, _, tree = made()
    for link in tree.xpath("//details[@class='chains']//span[@class='st']/a"):
        assert tree.xpath(f"//*[@id='{link.get('href')[1:]}']")


def test_the_matrix_has_a_row_for_each_claim_and_a_column_for_each_voice() -> None:
    dossier, _, tree = made()
    grid = tree.xpath("//div[@class='grid']")[0]
    assert len(grid.xpath(".//tr[@data-row]")) == len(dossier.propositions)
    heads = [th.text_content() for th in grid.xpath(".//thead/tr[2]/th")]
    assert heads[0] == "claim" and "Okonkwo-Brandt" in heads
    disputed = next(r for r in grid.xpath(".//tr[@data-row]") if "drove a forklift" in r.text_content().casefold())
    assert "✕B" in [a.text for a in disputed.xpath("./td/a")]


def test_accounts_that_cannot_both_be_are_marked() -> None:
    _, _, tree = made()
    shots = tree.xpath("//div[@class='move'][h3='Number of shots']")[0]
    cards = {c.xpath("string(h4)").strip(): c for c in shots.xpath(".//ul[@class='cards']/li")}
    own, other = (next(c for name, c in cards.items() if name.startswith(letter)) for letter in "AB")
    assert [i.text for i in own.xpath(".//i")] == ["then"]
    marked = [" ".join(g.text_content().split()) for g in own.xpath("./div") if g.xpath(".//span[@class='against']")]
    assert len(marked) == 1 and marked[0].startswith("three shots")
    assert not other.xpath(".//span[@class='against']"), "one of the other’s two values agrees with it"


def test_an_account_that_moved_is_told_step_by_step() -> None:
    _, _, tree = made()
    lanes = tree.xpath("//section[h2='How each account moved']//ul[@class='lanes']/li")
    moved = " ".join(lanes[0].text_content().split())
    assert moved.startswith("A") and "Number of shots" in moved
    steps = [" ".join(li.text_content().split()) for li in lanes[0].xpath("./ol/li")]
    assert steps == ["4 March“three shots”", "changed6 March“five shots”"]
    assert len(lanes[1].xpath("./ancestor::details")) == 1, "an account that never moved is folded"


def test_what_says_more_is_a_link_from_what_says_less() -> None:
    _, _, tree = made()
    link = _row(tree, "gravely hurt").xpath(".//span[@class='finer']/a")[0]
    assert link.text_content() == "a broken wrist and deep cuts"
    assert tree.xpath(f"//tr[@id='{link.get('href')[1:]}']")[0] is _row(tree, "broken wrist")


def test_silent_edits_show_what_went_and_what_came() -> None:
    _, _, tree = made()
    edits = tree.xpath("//ul[@class='edits']/li")
    assert [[e.xpath("string(.//del/bdi)"), e.xpath("string(.//ins/a)")] for e in edits] == [
        ["three shots", "five shots"],
        ["early Tuesday", ""],
    ]


def test_every_way_accounts_stand_to_each_other_is_documented() -> None:
    told = (Path(__file__).parents[2] / "docs" / "dossier.md").read_text("utf-8")
    for relation, words in RELATION_WORDS.items():
        assert relation is Relation.AGREE or f"| {words} |" in told


def test_of_many_differences_the_first_are_shown_and_the_rest_folded() -> None:
    dossier = ferry()
    many = tuple(replace(dossier.comparisons[1], id=f"cmp-{n}", topic=f"topic {n}") for n in range(11))
    tree = parsed(page(replace(dossier, comparisons=many)))
    moves = tree.xpath("//div[@class='move']")
    assert [bool(m.xpath("./ancestor::details")) for m in moves] == [False] * 8 + [True] * 3


def test_what_must_be_known_stands_above_the_findings_and_does_nothing() -> None:
    dossier = ferry()
    told = Caution(code="undated", message="<b>1 of 2</b> has no date", documents=())
    tree = parsed(page(replace(dossier, cautions=(told,))))
    (box,) = tree.xpath("//section[@class='cautions']")
    assert [li.text_content() for li in box.xpath(".//li")] == ["<b>1 of 2</b> has no date."]
    assert box.getnext().xpath(".//ul[contains(@class, 'findings')]")
    assert not made()[2].xpath("//section[@class='cautions']")


def test_without_dates_the_page_says_that_a_difference_may_be_a_change() -> None:
    dossier = ferry()
    bare = tuple(replace(document, published_at=None) for document in dossier.documents)
    words = "Without a date nothing tells which account came first"
    count = len(bare)
    assert f"{words}: {count} of {count} documents have none" in squeezed_words(page(replace(dossier, documents=bare)))
    dated = tuple(replace(document, published_at=date(2025, 9, 12)) for document in dossier.documents)
    assert words not in squeezed_words(page(replace(dossier, documents=dated)))


def test_what_another_document_tells_nearly_alike_stands_beside_a_statement_and_is_counted_apart() -> None:
    lines = (
        Says(
            "the six miners were found in the office and on the towpath outside the mill",
            (org("Ferris Police"),),
            "find",
        ),
        Says("miners were found in the mill's office and, when help came late, on the towpath", (person("Vera Holm"),)),
    )
    told = reconcile([reading(line, name=f"{n}.txt") for n, line in enumerate(lines)])
    assert len(told.propositions) == 2
    text = squeezed_words(page(told))
    assert "close to it in words, and counted apart: miners were found in the mill's office" in text


def test_documents_in_other_languages_are_shown_and_said_to_be_unread() -> None:
    dossier = empty()
    foreign = tuple(replace(document, language="es") for document in ferry().documents)
    text = squeezed_words(page(replace(dossier, documents=foreign)))
    assert "Nothing was read." in text
    assert "No claim was found" not in text


def squeezed_words(text: str) -> str:
    return " ".join(str(parsed(text).text_content()).split())
