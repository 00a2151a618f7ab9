"""The page in a browser: laid out at every width, quiet on the network, and every click where it should lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.codebooks import load
from sayso.model import Cell, CellState, Document, Record, Said
from sayso.report.html import page
from tests.browser.chrome import BINARY, Chrome
from tests.report.builders import empty, large
from tests.report.ferry import ferry

pytestmark = [pytest.mark.browser, pytest.mark.skipif(BINARY is None, reason="no Chromium on this machine")]

ALL_SHOWN = "[...document.querySelectorAll('article')].every(a => a.getBoundingClientRect().height > 50)"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Chrome]:
    with Chrome() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    home = tmp_path_factory.mktemp("pages")
    made = {}
    for name, dossier in (("ferry", ferry()), ("large", large()), ("empty", empty())):
        made[name] = home / f"{name}.html"
        made[name].write_text(page(dossier), encoding="utf-8")
    return made


@pytest.mark.parametrize("name", ["ferry", "large", "empty"])
@pytest.mark.parametrize("width", [320, 390, 700, 768, 1160, 1161, 1400])
def test_nothing_sticks_out_sideways(chrome: Chrome, pages: dict[str, Path], name: str, width: int) -> None:
    chrome.size(width)
    chrome.open(pages[name])
    chrome.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert chrome.run("document.documentElement.scrollWidth") <= width


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    chrome.run("new Promise(done => setTimeout(done, 200))")
    asked = [e["params"]["request"]["url"] for e in chrome.events if e.get("method") == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith("file:")] == []
    wrong = [e for e in chrome.events if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    assert wrong == []
    assert chrome.run("document.title").startswith("Dossier: “Dock worker")


@pytest.mark.parametrize("width", [390, 1400])
def test_a_claim_leads_to_its_characters_and_they_lead_back(chrome: Chrome, pages: dict[str, Path], width: int) -> None:
    chrome.size(width)
    chrome.open(pages["ferry"])
    chrome.click("#p5 a.chip")  # said in the third document, which another tab holds
    told = "[...document.querySelectorAll('mark.on')].map(m => m.textContent).join('')"
    assert chrome.run(told) in ("the officer has a broken wrist and deep cuts but is expected to recover fully",)
    seen = "(() => {const r = document.querySelector('mark.on').getBoundingClientRect();"
    seen += "return r.top >= 0 && r.bottom <= innerHeight && r.width > 0})()"
    assert chrome.run(seen)
    assert chrome.run("document.querySelector('.pop').hidden") is False
    chrome.click(".pop a[href='#p5']")
    assert chrome.run("document.querySelector('#p5').classList.contains('on')")
    assert chrome.run("document.activeElement.id") == "p5"


def test_a_claim_of_another_document_opens_it(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    assert chrome.run("getComputedStyle(document.querySelector('#d3')).display") == "none"
    chrome.click("#p13 a.chip")
    assert chrome.run("getComputedStyle(document.querySelector('#d3')).display") == "block"
    assert chrome.run("document.querySelector('mark.on').textContent") == "nobody moved"
    assert chrome.run("document.querySelector('.tabs a[aria-current=true]').hash") == "#d3"


def test_a_passage_leads_to_its_claims(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    chrome.click("mark[data-a='a2 a3']")
    assert "a senior port police source" in chrome.run("document.querySelector('.pop').textContent")
    chrome.click(".pop a[href^='#p']")
    assert chrome.run("document.querySelector('tr.on').id") == "p5"


def test_the_keyboard_is_enough(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    chrome.key("Tab", 9)
    assert chrome.run("document.activeElement.className") == "skip"
    assert chrome.run("document.activeElement.getBoundingClientRect().left") >= 0
    chrome.run("document.querySelector('#p5 a.chip').focus()")
    assert chrome.run("getComputedStyle(document.activeElement).outlineStyle") in ("solid", "auto")
    chrome.key("Enter", 13)
    assert chrome.run("document.querySelectorAll('mark.on').length") > 0
    assert chrome.run("document.activeElement.tagName") == "MARK"
    chrome.key("Escape", 27)
    assert chrome.run("document.querySelector('.pop').hidden")
    assert chrome.run("document.activeElement.closest('tr').id") == "p5"
    chrome.run("document.querySelector('a.ref').focus()")
    chrome.key("Enter", 13)
    assert chrome.run("document.activeElement.closest('.pop') !== null"), (
        "a handle leads into what is known of the passage"
    )
    chrome.key("Escape", 27)
    assert chrome.run("document.activeElement.className").startswith("ref")


def test_claims_can_be_filtered_and_sorted(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    shown = "[...document.querySelectorAll('.said tr[data-status]')].filter(r => !r.hidden).map(r => r.id)"
    chrome.run("(() => {const i = document.querySelector('#by-text'); i.value = 'forklift'; "
               "i.dispatchEvent(new Event('input'))})()")  # fmt: skip
    assert 0 < len(chrome.run(shown)) < 18
    assert "of 18 shown" in chrome.run("document.querySelector('.found').textContent")
    chrome.run("(() => {document.querySelector('#by-text').value = ''; const s = document.querySelector('#by-status'); "
               "s.value = 'disputed'; s.dispatchEvent(new Event('change'))})()")  # fmt: skip
    assert chrome.run(shown) == ["p2"]
    chrome.run("(() => {const s = document.querySelector('#by-status'); s.value = ''; "
               "s.dispatchEvent(new Event('change')); const o = document.querySelector('#by-order'); o.value = 'told'; "
               "o.dispatchEvent(new Event('change'))})()")  # fmt: skip
    assert chrome.run(shown) == [f"p{n}" for n in range(1, 19)]


def test_the_words_of_the_narrow_drawing_can_be_read(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(390)
    chrome.open(pages["ferry"])
    sizes = chrome.run(
        "(() => {const s = document.querySelector('svg.slim'), k = s.getBoundingClientRect().width / 358;"
        "return [...s.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * k)})()"
    )
    assert sizes and min(sizes) >= 12


@pytest.mark.parametrize("width", [390, 1400])
def test_words_in_the_drawing_stay_in_their_boxes(chrome: Chrome, pages: dict[str, Path], width: int) -> None:
    chrome.size(width)
    chrome.open(pages["ferry"])
    out = chrome.run(
        "[...document.querySelectorAll('svg.say .box')].filter(g => g.getBoundingClientRect().width).filter(g => {"
        "const r = g.querySelector('rect').getBoundingClientRect();"
        "return [...g.querySelectorAll('text')].some(t => {const b = t.getBoundingClientRect();"
        "return b.left < r.left || b.right > r.right || b.top < r.top - 1 || b.bottom > r.bottom + 1})"
        "}).map(g => g.textContent)"
    )
    assert out == []


def test_everything_is_there_without_script(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        chrome.open(pages["ferry"], "#c16")
        shown = chrome.run(
            "[...document.querySelectorAll('article')].every(a => a.getBoundingClientRect().height > 50)"
        )
        assert shown
        assert chrome.run("getComputedStyle(document.querySelector('.tools')).display") == "none"
    finally:
        chrome.call("Emulation.setScriptExecutionDisabled", value=False)


def test_print_shows_every_document(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(800, media="print")
    chrome.open(pages["ferry"])
    assert chrome.run(ALL_SHOWN)
    assert chrome.run("getComputedStyle(document.querySelector('.tools')).display") == "none"
    chrome.size(1400)


def test_a_voice_of_the_drawing_shows_its_claims_alone(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    chrome.run(
        "[...document.querySelectorAll('svg.broad .voice')].find(g => g.textContent.includes('Haddad'))"
        ".dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    shown = chrome.run("[...document.querySelectorAll('.said tr[data-status]')].filter(r => !r.hidden).map(r => r.id)")
    assert sorted(shown) == ["p2", "p9"]


def test_the_chains_of_a_claim_are_drawn_on_demand(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    assert chrome.run("document.querySelector('#p3 .rests').checkVisibility()") is False
    chrome.click("#p3 .chains > summary")
    drawn = "[...document.querySelectorAll('#p3 .rests')].map(r => r.checkVisibility())"
    assert chrome.run(drawn) == [True, True]
    chrome.click("#p3 .rests .st a")
    assert chrome.run("document.querySelectorAll('mark.on').length") > 0, "each document leads to its words"


@pytest.mark.parametrize("width", [390, 1400])
def test_the_record_is_a_card_a_row_on_a_phone_and_a_table_elsewhere(
    chrome: Chrome, tmp_path: Path, width: int
) -> None:
    document = Document(
        id="d", name="a.txt", media_type="text/plain", text="The guard Ann Ode was hurt at six.", blocks=()
    )
    said = Said(value="Ann Ode", span=document.span(10, 17), voice="the Calder County Harbor Patrol", weight=1.0)
    cell = Cell(field="victim_name", value="Ann Ode", state=CellState.STATED, rule="told", said=(said,))
    record = Record(incident=None, codebook="shooting", documents=("d",), cells=(cell,), people=())
    file = tmp_path / "record.html"
    file.write_text(page(replace(empty(), documents=(document,)), record, load("shooting")), encoding="utf-8")
    chrome.size(width)
    chrome.open(file)
    chrome.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    box = "document.querySelector('.record tbody tr > {}').getBoundingClientRect()"
    stacked = chrome.run(f"{box.format('td:last-child')}.top >= {box.format('th')}.bottom")
    assert stacked == (width < 700)
    wide = chrome.run("document.querySelector('.scroll:has(.record)').scrollWidth")
    assert wide == chrome.run("document.querySelector('.scroll:has(.record)').clientWidth")


@pytest.mark.parametrize("width", [390, 1400])
def test_the_matrix_can_be_used_at_every_width(chrome: Chrome, pages: dict[str, Path], width: int) -> None:
    chrome.size(width)
    chrome.open(pages["large"])
    chrome.run("document.querySelector('#matrix').open = true")
    box = chrome.run("(({left, right}) => [left, right])(document.querySelector('.grid').getBoundingClientRect())")
    assert box[0] >= 0 and box[1] <= width
    cell = "document.querySelector('.grid td a')"
    told = chrome.run(f"getComputedStyle({cell}, '::after').content")
    if width < 700:  # a card for each claim, with the voices in words
        assert "says it" in told
        assert chrome.run("getComputedStyle(document.querySelector('.grid thead')).display") == "none"
    else:  # heads stay where they are while the rest scrolls
        assert told == "none"
        chrome.run("document.querySelector('.grid').scrollTop = 800")
        top = "document.querySelector('.grid').getBoundingClientRect().top"
        assert abs(chrome.run(f"document.querySelector('.grid thead').getBoundingClientRect().top - {top}")) < 3
        left = "document.querySelector('.grid').getBoundingClientRect().left"
        chrome.run("document.querySelector('.grid').scrollLeft = 400")
        row = "document.querySelector('.grid tbody [scope=row]').getBoundingClientRect().left"
        assert abs(chrome.run(f"{row} - {left}")) < 3
    chrome.run(f"{cell}.scrollIntoView()")
    chrome.click(".grid td a")
    assert chrome.run("document.querySelectorAll('mark.on').length") > 0


def test_the_filter_sifts_the_matrix_too(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    chrome.run("(() => {const s = document.querySelector('#by-voice'); s.value = 'w:B'; "
               "s.dispatchEvent(new Event('change'))})()")  # fmt: skip
    listed = chrome.run("[...document.querySelectorAll('.said tr[data-status]')].filter(r => !r.hidden).map(r => r.id)")
    inside = chrome.run("[...document.querySelectorAll('.grid tr[data-row]')].filter(r => !r.hidden)"
                        ".map(r => r.dataset.row)")  # fmt: skip
    assert sorted(listed) == sorted(inside) == ["p2", "p9"]


def test_an_origin_of_the_list_shows_its_claims_alone(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    chrome.run("document.querySelector('.standings button[data-word=B]').focus()")
    chrome.key("Enter", 13)
    assert chrome.run("document.querySelector('#by-voice').value") == "w:B"
    assert "2 of 18 shown" in chrome.run("document.querySelector('.found').textContent")


def test_a_claims_characters_are_a_link_to_who_says_it(chrome: Chrome, pages: dict[str, Path]) -> None:
    chrome.size(1400)
    chrome.open(pages["ferry"])
    claims = chrome.run("document.querySelectorAll('tr[data-status]').length")
    rows = chrome.run("new Set([...document.querySelectorAll('mark a')].map(a => a.hash)).size")
    assert rows == claims
    chrome.run("document.querySelector('mark a[href=\"#p3\"]').focus()")
    chrome.key("Enter", 13)
    assert chrome.run("document.activeElement.closest('.pop') !== null")
    assert chrome.run("document.activeElement.hash") == "#p3"
    chrome.key("Enter", 13)
    assert chrome.run("document.activeElement.id") == "p3"


def test_a_finding_leads_to_its_accounts(chrome: Chrome, tmp_path: Path) -> None:
    dossier = ferry()
    shots = dossier.comparisons[1]
    file = tmp_path / "page.html"
    found = f"Changed: {shots.topic}. {shots.explanation}"
    file.write_text(page(replace(dossier, findings=(found, *dossier.findings))), encoding="utf-8")
    chrome.size(1400)
    chrome.open(file)
    chrome.click(".findings .to")
    assert chrome.run("document.querySelector(location.hash + ' h3').textContent") == "Number of shots"


@pytest.mark.parametrize("width", [390, 1400])
def test_boxes_of_the_new_parts_hold_their_words(chrome: Chrome, pages: dict[str, Path], width: int) -> None:
    chrome.size(width)
    chrome.open(pages["ferry"])
    chrome.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    over = chrome.run(
        "[...document.querySelectorAll('.st, .seat, .cards li, .lanes li, .standings li, .edits li')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className + ': ' + e.textContent)"
    )
    assert over == []
