"""Pages to documents, side by side with trafilatura alone: `python bench/ingest.py [FOLDER of .html files]`.

Each page is read by both in turn, again and again, in one process; what counts is the processor's time, the least of
all rounds for each page and reader. Without a folder, the pages are those of the conformance set, and long ones made of
them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import trafilatura

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def pages() -> dict[str, bytes]:
    """The conformance pages by name; some as heavy as sites serve them; some with their paragraphs 40 times over."""
    from tests.ingest.conformance import every
    from tests.ingest.stories import STORIES

    links = "".join(
        f"<li class='menu-item'><a href='/section/{n}'><span>Section {n}</span></a></li>" for n in range(300)
    )
    data = "".join(f"{{id:{n},slot:'rail-{n}',sizes:[[300,250],[728,90]]}}," for n in range(2_500))
    heavy = f"<div class='menu'><ul>{links}</ul></div><script>window.ads=[{data}];</script>"
    found = {f"{name} {story.site}": page.encode() for name, story, page, _ in every(STORIES)}
    for name, story, page, _ in every(STORIES[:1]):
        at = page.index("<body")
        at = page.index(">", at) + 1
        found[f"{name}, heavy"] = (page[:at] + heavy + page[at:]).encode()
        if name in ("wordpress", "blox", "testid", "hearst", "drupal"):
            last = page.index(story.paragraphs[-1])
            start, end = page.rindex("<", 0, last), page.index(">", last) + 1
            close = page[last + len(story.paragraphs[-1]) : end]
            more = [f"{text} It was report {number}." for number in range(40) for text in story.paragraphs]
            inner = "".join(page[start:last] + text + close for text in more)
            found[f"{name}, long"] = (page[:end] + inner + page[end:]).encode()
    return found


def alone(page: bytes) -> object:
    """trafilatura's text and metadata of a page."""
    return trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)


def whole(page: bytes) -> object:
    """sayso's document."""
    from sayso.ingest import ingest

    return ingest(page)


def best(read: Callable[[bytes], object], page: bytes, before: float) -> float:
    """The least of the times so far and of one more, in seconds of the processor."""
    begun = time.process_time()
    read(page)
    return min(before, time.process_time() - begun)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    chosen = (
        {one.name: one.read_bytes() for one in sorted(options.folder.glob("*.htm*"))} if options.folder else pages()
    )
    times = {name: (float("inf"), float("inf")) for name in chosen}
    for _ in range(options.rounds):
        for name, page in chosen.items():
            one, other = times[name]
            times[name] = (best(alone, page, one), best(whole, page, other))
    ratios = {name: one / other for name, (one, other) in times.items()}
    for name in sorted(ratios, key=lambda name: ratios[name])[:8]:
        one, other = times[name]
        print(
            f"{ratios[name]:.2f}  {name:32} {len(chosen[name]):>9,} bytes  {1000 * one:8.1f} ms  {1000 * other:8.1f} ms"
        )
    groups = {"all": list(ratios)} | {
        kind: [name for name in ratios if name.endswith(kind)] for kind in ("heavy", "long")
    }
    for label, names in groups.items():
        if names:
            both = [sum(times[name][which] for name in names) for which in (0, 1)]
            middle = median(ratios[name] for name in names)
            print(f"{label}: {len(names)} pages, median {middle:.2f}, in sum {both[0] / both[1]:.2f}")


if __name__ == "__main__":
    main()
