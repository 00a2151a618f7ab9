"""The page in a browser: laid out at every width, quiet on the network, and every click where it should lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

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
