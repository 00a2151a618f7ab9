"""Which language a text is in, as far as needed: sayso reads English, and says so where a text is not.

Told by function words: English news consists of them to a third, other languages of their own. The lists of
other languages are spaCy's; scripts without spaces between words are told by their letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

from sayso.errors import Notice, coded
from sayso.model import Block

ENGLISH = "en"
UNDETERMINED = "und"
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_BY_SCRIPT = {"CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th"}
_FUNCTION = frozenset(
    "the and of to that in is was for it with as at by on from be this which they were been who his her their she he "
    "said have has had not but are or an a would will about when what there after before into more than because its "
    "it's we you i my your our them him us these those no if up out over while where how all one two do did does can "
    "could should may also just so then any some only other new against between during under since until".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000  # characters by which a text is judged
_FEWEST = 12  # words that a text needs to be judged by its words
_PARAGRAPH = 20  # words that a paragraph needs to be judged apart from its text
_ENGLISH = 0.12
"""The share of English function words from which on a text is English, whatever else is in it. News has 0.25 and more,
lists of names 0.1; other languages have 0.08 at most, by words that are written alike."""
_OTHER = 0.2
"""The share that another language's function words must have. News in it has 0.35 and more, English text 0.07."""
_LETTERS = 0.5  # the share of letters that are not Latin from which on a text cannot be English


def language(text: str) -> str:
    """The language of a text as a BCP 47 tag: `en` where nothing tells otherwise, `und` for one that is not told."""
    text = text[:_SAMPLE]
    words = [word.casefold() for word in _WORD.findall(text)]
    foreign = _script(text)
    if foreign is None and (len(words) < _FEWEST or _share(words, _FUNCTION) >= _ENGLISH):
        return ENGLISH
    if foreign in _BY_SCRIPT.values():
        return str(foreign)
    shares = {tag: _share(words, listed) for tag, listed in _lists().items()}
    best = max(shares, key=lambda tag: (shares[tag], tag))
    if shares[best] >= _OTHER:
        return best
    return foreign or ENGLISH


def name(tag: str) -> str:
    """What to call a language in English."""
    return _NAMES.get(tag, "a language other than English")


def english_alone(text: str, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    """The text's language, the blocks that are read, and what to tell of it.

    A text in another language keeps its blocks, so that it is shown. Of an English one paragraphs in another language
    are left out, where they are long enough to tell.
    """
    told = language("\n".join(text[block.start : block.end] for block in blocks))
    if told != ENGLISH:
        what = f"not in English but in {name(told)}" if told in _NAMES else "not in English"
        return told, tuple(blocks), (coded(Notice.LANGUAGE, f"{what}, so it was not read for claims"),)
    apart: dict[int, str] = {}
    for number, block in enumerate(blocks):
        words = text[block.start : block.end]
        if _unlike(words) and (other := language(words)) != ENGLISH:
            apart[number] = other
    if not apart:
        return told, tuple(blocks), ()
    kept = tuple(block for number, block in enumerate(blocks) if number not in apart)
    which = ", ".join(sorted({name(tag) for tag in apart.values()}))
    many = f"{len(apart)} of its paragraphs are" if len(apart) > 1 else "one of its paragraphs is"
    return told, kept, (coded(Notice.LANGUAGE, f"{many} not in English ({which}), so not read for claims"),)


def _unlike(words: str) -> bool:
    return len(_WORD.findall(words)) >= _PARAGRAPH or _script(words) is not None


def _script(text: str) -> str | None:
    """The tag that the script of most letters tells, where it is not the Latin one; None where it is."""
    letters = [char for char in text if char.isalpha()]
    others = [char for char in letters if ord(char) > 0x24F and not unicodedata.name(char, "").startswith("LATIN")]
    if len(letters) < _FEWEST or len(others) <= _LETTERS * len(letters):
        return None
    scripts = Counter(unicodedata.name(char, "").split(" ")[0].split("-")[0] for char in others)
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > len(others) / 10:
        return "ja"
    return _BY_SCRIPT.get(scripts.most_common(1)[0][0], UNDETERMINED)


def _share(words: Sequence[str], listed: frozenset[str]) -> float:
    return sum(word in listed for word in words) / max(1, len(words))


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """The function words of other languages, without those that are English words too.

    The files of spaCy are run by themselves: the package takes seconds to load, and a worker that reads files needs
    nothing else of it.
    """
    spacy = find_spec("spacy")
    found: dict[str, frozenset[str]] = {}
    for folder in (spacy.submodule_search_locations if spacy else None) or ():
        for tag in _NAMES:
            file = Path(folder) / "lang" / tag / "stop_words.py"
            told = spec_from_file_location(f"sayso_words_{tag}", file) if file.is_file() else None
            if told is None or told.loader is None:  # spaCy has no list of it
                continue
            module = module_from_spec(told)
            told.loader.exec_module(module)
            found[tag] = frozenset(word.casefold() for word in module.STOP_WORDS) - _FUNCTION
    return found
