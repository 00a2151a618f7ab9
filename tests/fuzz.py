# ruff: noqa: E501
"""Fuzz the readers: `python -m tests.fuzz html pdf --minutes 5`, without names all kinds in turn.

A case is made of its kind, its number and the seed alone, so that `--case html:1234` makes it again. The number of the
next case is kept in `out/fuzz/state.json`: a later run goes on from there. What falls (an error that is none of ours, a
crash, a hang, a document that breaks a promise of `tests.ingest.test_properties.hold`) is written to
`out/fuzz/findings.jsonl`, with its bytes beside it; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import multiprocessing
import re
import resource
import sys
import time
import traceback
import zipfile
import zlib
from collections.abc import Iterator
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random  # noqa: TID251 -- seeded: the same case is always the same bytes

from sayso.errors import SaysoError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.settings import Limits

from .ingest import fuzz_seeds
from .ingest.test_properties import SCRAPS, hold

OUT = Path(__file__).parent.parent / "out" / "fuzz"
SLOW, HANG = 10.0, 40.0  # seconds of the processor that are too many for a small file; seconds by the clock
MEMORY = 4 * 1024**3
LIMITS = Limits(max_unpacked_bytes=50_000_000, max_items=2_000)
WORDS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"\r", b"\r\n\r\n",
    b"0", b"-1", b"9" * 30, b"2147483648", b"%s%n", b"../../", b'"', b"'", b"<", b">", b"&#0;", b"&#xD800;", b"&#1114112;",
    b"&amp;", b"{", b"}", b"[", b"]", b"(", b")", b"<<", b">>", b"\\", b"%PDF-", b"endobj", b"stream\n", b"charset=", b"utf-7",
    b"Content-Type: ", b"Content-Transfer-Encoding: base64\n", b'boundary="b"', b"<![CDATA[", b"]]>", b"<!ENTITY a 'b'>",
    b"WARC/1.1\r\n", b"Content-Length: 99999999999\r\n", b"\xcc\x81" * 50, b"A" * 5000, b" " * 5000, b"\n" * 3000, b"=?utf-8?B?",
    *(scrap.encode("utf-8", "surrogatepass") for scrap in SCRAPS.elements),  # type: ignore[attr-defined]
]  # fmt: skip


def case(kind: str, number: int, seed: int) -> tuple[bytes, str]:
    """The bytes of a case, and the name they are read by."""
    rng = Random(f"{kind}:{number}:{seed}")
    seeds = fuzz_seeds.SEEDS[kind]()
    name, data = rng.choice(seeds)
    other = rng.choice(seeds)[1]
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        data = _changed(rng, data, other)
    return data[:2_000_000], name


def _changed(rng: Random, data: bytes, other: bytes) -> bytes:
    """The bytes with something in them changed; inside of their compression, more often than not."""
    if data[:2] == b"PK" and rng.random() < 0.7:
        return _rezipped(rng, data)
    if data[:2] == b"\x1f\x8b" and rng.random() < 0.7:
        try:
            return gzip.compress(_mutated(rng, gzip.decompress(data), gzip.decompress(other)), mtime=0)
        except (OSError, EOFError, zlib.error):
            return _mutated(rng, data, other)
    return _mutated(rng, data, other)


def _rezipped(rng: Random, data: bytes) -> bytes:
    held = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
            names = old.namelist()
            chosen = rng.choice(names)
            for name in names:
                inner = old.read(name)
                new.writestr(zipfile.ZipInfo(name), _changed(rng, inner, inner) if name == chosen else inner)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
        IndexError,
    ):
        return _mutated(rng, data, data)
    return held.getvalue()


def _mutated(rng: Random, data: bytes, other: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 4, 8, 30])):
        size = len(made)
        at = rng.randrange(size + 1)
        length = min(rng.choice([1, 2, 5, 20, 100, 1000, 10_000]), size - at)
        match rng.randrange(10):
            case 0 if size > at:
                made[at] ^= 1 << rng.randrange(8)
            case 1:
                made[at : at + length] = rng.randbytes(rng.choice([1, 2, 4, length]))
            case 2:
                del made[at : at + length]
            case 3:
                made[at:at] = made[at : at + length] * rng.choice([1, 1, 2, 5, 50 if length < 2000 else 2])
            case 4:
                start = rng.randrange(len(other) + 1)
                made[at:at] = other[start : start + rng.choice([20, 300, 5000])]
            case 5:
                made[at:at] = rng.choice(WORDS)
            case 6:
                made[at : at + length] = rng.choice(WORDS)
            case 7:
                made[at:at] = rng.choice(WORDS) * rng.choice([2, 10, 300, 3000])
                del made[3_000_000:]
            case 8:
                tokens = [one.span() for one in re.finditer(rb"<[^<>]*>|\w+|\s+|[^\w\s]", bytes(made[at : at + 4000]))]
                if tokens:
                    (a, b), (c, d) = sorted((rng.choice(tokens), rng.choice(tokens)))
                    one, two = bytes(made[at + a : at + b]), bytes(made[at + c : at + d])
                    made[at + c : at + d] = one
                    made[at + a : at + b] = two
            case _:
                if rng.random() < 0.2:
                    del made[at:]
    return bytes(made)


def check(data: bytes, name: str) -> None:
    """Read the bytes in both ways; raise where a promise is broken."""
    for item in ingest_all(data, name=name, limits=LIMITS):
        if isinstance(item, Failure):
            item.reason.encode("utf-8")
            continue
        hold(item)
    try:
        hold(ingest(data, name=name, limits=LIMITS))
    except SaysoError:
        return


def _work(line: Connection, kind: str, first: int, seed: int, until: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in count(first):
        if time.monotonic() > until:
            break
        line.send((number, ""))
        data, name = case(kind, number, seed)
        begun = time.process_time()
        try:
            check(data, name)
        except BaseException as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            line.send(
                (number, f"{type(error).__name__}: {error}"[:300] + f" at {Path(where.filename).name}:{where.lineno}")
            )
        took = time.process_time() - begun
        if took > SLOW:
            line.send((number, f"slow: {took:.0f} s for {len(data):,} bytes"))
    line.send((-1, ""))


def run(kind: str, first: int, seed: int, seconds: float) -> Iterator[tuple[int, str]]:
    """The numbers of the cases as they are begun, and what fell (a text that is not empty)."""
    context = multiprocessing.get_context("fork")
    until, at = time.monotonic() + seconds, first
    while time.monotonic() < until:
        ours, theirs = context.Pipe(duplex=False)
        worker = context.Process(target=_work, args=(theirs, kind, at, seed, until), daemon=True)
        worker.start()
        theirs.close()
        ended = ""
        try:
            while not ended:
                if not ours.poll(HANG):
                    ended = f"hang: more than {HANG:.0f} s"
                    break
                number, fell = ours.recv()
                if number < 0:
                    return
                at = number
                yield at, fell
        except EOFError:
            worker.join(5)
            ended = f"crash: status {worker.exitcode}"
        finally:
            worker.kill()
            worker.join(5)
        yield at, ended
        at += 1


def main() -> int:
    """Run; the exit status says whether anything fell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(fuzz_seeds.SEEDS)}; all where none is named")
    parser.add_argument("--minutes", type=float, default=5.0, help="for each kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--case", metavar="KIND:NUMBER", help="read one case again, and write its bytes to out/fuzz/")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    if options.case:
        kind, _, number = options.case.partition(":")
        data, name = case(kind, int(number), options.seed)
        (OUT / f"{kind}-{number}.bin").write_bytes(data)
        check(data, name)
        return 0
    state_file = OUT / "state.json"
    status = 0
    for kind in options.kinds or fuzz_seeds.SEEDS:
        state = json.loads(state_file.read_text()) if state_file.exists() else {}
        key = f"{kind}:{options.seed}"
        first = at = state.get(key, 0)
        seen: dict[str, int] = {}
        for at, fell in run(kind, first, options.seed, options.minutes * 60):
            if not fell:
                continue
            status = 1
            what = re.sub(r"\d+", "0", fell)
            seen[what] = seen.get(what, 0) + 1
            if seen[what] <= 3:
                (OUT / f"{kind}-{at}.bin").write_bytes(case(kind, at, options.seed)[0])
                with (OUT / "findings.jsonl").open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"case": f"{kind}:{at}", "seed": options.seed, "fell": fell}) + "\n")
                print(f"{kind}:{at} {fell}", flush=True)
        state = json.loads(state_file.read_text()) if state_file.exists() else {}
        state_file.write_text(json.dumps(state | {key: at + 1}))
        print(f"{kind}: {at + 1 - first} cases in {options.minutes:g} minutes, {sum(seen.values())} fell", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
