"""Words per second and peak memory of reading, side by side with peers. See README.md.

python bench/bench.py [TEXTS.jsonl] [--words 20000] [--rounds 3] [--only spacy,sayso] [--json]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

PEOPLE = ("Orla Tremayne", "Sheriff Odell Branning", "Petra Lindholm", "Councilwoman Ingrid Solberg", "Ruben Castellan")
BODIES = ("the port authority", "the ranger service", "the county coroner", "the transit union", "the hospital")
FACTS = (
    "the gate was opened at six on Friday morning",
    "two people were hurt when the barge struck the pier",
    "nobody had checked the valve for nine days",
    "the siren stayed silent until the water had reached the road",
    "a second car was seen near Millrace Lane shortly before midnight",
)
PARAGRAPHS = (
    "{person} said {fact}. “We went as soon as we were called,” {last} added. “It took us eleven minutes.”",
    "According to {body}, {fact}, and the inquiry is expected to take several months.",
    "“I have lived here all my life, and I have never seen anything like it,” said {person}, who was there.",
    "{Body} released a statement late on Sunday.",
    "“Our crews did everything they could. {Fact}, and they were on the scene at once.”",
    "The road was closed for most of the day. Schools stayed open, and the ferry ran every hour.",
    "{person} declined to say whether {fact}. {Body} did not respond to a request for comment.",
    "A senior official, who was not authorized to speak publicly, told reporters that {fact}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One line of the result. `cpu` is what all processes took together; `memory` the largest one's peak, in MiB."""

    what: str
    cores: int
    words: int
    seconds: float
    cpu: float
    memory: int

    @property
    def speed(self) -> float:
        """Words per second."""
        return self.words / self.seconds


def made(words: int) -> Iterator[str]:
    """Invented articles of about 400 words each, `words` in all; always the same."""
    count, number = 0, 0
    while count < words:
        paragraphs: list[str] = []
        while sum(len(one.split()) for one in paragraphs) < 400:
            person, body, fact = PEOPLE[number % 5], BODIES[number // 2 % 5], FACTS[number // 3 % 5]
            told = {"person": person, "last": person.split()[-1], "body": body, "fact": fact}
            told |= {"Body": body.capitalize(), "Fact": fact.capitalize()}
            paragraphs.append(PARAGRAPHS[number % 8].format(**told))
            number += 1
        text = "\n\n".join(paragraphs)
        count += len(text.split())
        yield text


def spacy_alone() -> Callable[[list[str]], object]:
    """spaCy's small pipeline, as it comes."""
    import spacy

    from sayso.read.parse import PACKAGES

    package = next(name for name in PACKAGES if importlib.util.find_spec(name))
    pipeline = spacy.load(package)
    return lambda texts: [None for _ in pipeline.pipe(texts)]


def textacy_quotations() -> Callable[[list[str]], object]:
    """The small pipeline and textacy's quotations after it."""
    import spacy
    from textacy.extract.triples import direct_quotations

    from sayso.read.parse import PACKAGES

    package = next(name for name in PACKAGES if importlib.util.find_spec(name))
    pipeline = spacy.load(package)
    return lambda texts: [list(direct_quotations(doc)) for doc in pipeline.pipe(texts)]


def whole_read() -> Callable[[list[str]], object]:
    """The whole of sayso.read."""
    import sayso

    return lambda texts: [sayso.read(sayso.ingest(text.encode(), media_type="text/plain")) for text in texts]


PEERS: dict[str, Callable[[], Callable[[list[str]], object]]] = {
    "spacy": spacy_alone,
    "sayso": whole_read,
    "textacy": textacy_quotations,
}


def work(what: str, texts: list[str], start: object, out: object) -> None:
    """One process: load, warm up, wait for the others, run, and tell seconds and peak memory."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    run = PEERS[what]()
    run(texts[:1])
    start.wait()  # type: ignore[attr-defined]
    began, busy = time.perf_counter(), time.process_time()
    run(texts)
    took, busy = time.perf_counter() - began, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform == "darwin" else 1024)
    out.put((took, busy, peak))  # type: ignore[attr-defined]


def measure(what: str, texts: list[str], cores: int) -> Measured:
    """Run `what` in `cores` processes at once, the texts dealt out among them."""
    context = multiprocessing.get_context("spawn")
    start, out = context.Barrier(cores), context.Queue()
    shares = [texts[number::cores] for number in range(cores)]
    running = [context.Process(target=work, args=(what, share, start, out)) for share in shares]
    for process in running:
        process.start()
    told = [out.get(timeout=3600) for _ in running]
    for process in running:
        process.join()
    words = sum(len(text.split()) for text in texts)
    seconds, cpu, memory = (tuple(column) for column in zip(*told, strict=True))
    return Measured(what=what, cores=cores, words=words, seconds=max(seconds), cpu=sum(cpu), memory=max(memory))


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", nargs="?", type=Path, help="JSON Lines with id and text; without it, invented text")
    parser.add_argument("--words", type=int, default=20_000, help="how much invented text")
    parser.add_argument("--rounds", type=int, default=3, help="how often, in turn; the fastest of each counts")
    parser.add_argument("--only", default="spacy,sayso,textacy", help="what to measure")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    if options.texts:
        from sayso import batch

        texts = [json.loads(line)["text"] for line in batch.rows(options.texts)]
    else:
        texts = list(made(options.words))
    wanted = [what for what in options.only.split(",") if what != "textacy" or importlib.util.find_spec("textacy")]
    found = []
    for cores in (1, 2):
        rounds = [[measure(what, texts, cores) for what in wanted] for _ in range(options.rounds)]
        found += [min(column, key=lambda one: one.cpu) for column in zip(*rounds, strict=True)]
    if options.json:
        print(json.dumps([asdict(one) | {"speed": one.speed} for one in found], indent=2))
        return
    base = {one.cores: one.cpu for one in found if one.what == "spacy"}
    print(f"{len(texts)} texts, {found[0].words} words")
    print(f"{'':10}{'cores':>6}{'words/s':>10}{'per CPU s':>11}{'CPU':>8}{'peak MiB':>10}")
    for one in found:
        times = f"{one.cpu / base[one.cores]:.2f}×" if one.cores in base else ""
        print(f"{one.what:10}{one.cores:>6}{one.speed:>10.0f}{one.words / one.cpu:>11.0f}{times:>8}{one.memory:>10}")


if __name__ == "__main__":
    main()
