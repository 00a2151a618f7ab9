"""Outlook mails written by hand: a file system in a file ([MS-CFB], version 3) that holds properties ([MS-OXMSG])."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SECTOR, SMALL, CUT = 512, 64, 4096
Tree = dict[str, "bytes | Tree"]


@dataclass
class Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    data: bytes = b""
    left: int = NONE
    right: int = NONE
    child: int = NONE
    start: int = END
    size: int = 0


@dataclass
class _File:
    entries: list[Entry] = field(default_factory=lambda: [Entry("Root Entry", 5)])

    def add(self, parent: Entry, tree: Tree) -> None:
        """Put a folder's content in: a balanced tree of entries, ordered as the format wants."""
        numbers = []
        for name, held in sorted(tree.items(), key=lambda one: (len(one[0]), one[0].upper())):
            entry = Entry(name, 2, held) if isinstance(held, bytes) else Entry(name, 1)
            self.entries.append(entry)
            numbers.append(len(self.entries) - 1)
            if not isinstance(held, bytes):
                self.add(entry, held)
        parent.child = self.balance(numbers)

    def balance(self, numbers: list[int]) -> int:
        if not numbers:
            return NONE
        middle = len(numbers) // 2
        top = self.entries[numbers[middle]]
        top.left, top.right = self.balance(numbers[:middle]), self.balance(numbers[middle + 1 :])
        return numbers[middle]


def ole(tree: Tree) -> bytes:
    """A compound file of folders and streams."""
    file = _File()
    file.add(file.entries[0], tree)
    sectors: list[bytes] = []
    chain: list[int] = []

    def put(data: bytes) -> int:
        if not data:
            return END
        first = len(sectors)
        parts = [data[i : i + SECTOR].ljust(SECTOR, b"\0") for i in range(0, len(data), SECTOR)]
        sectors.extend(parts)
        chain.extend([*range(first + 1, first + len(parts)), END])
        return first

    small, links = b"", []
    for entry in file.entries:
        entry.size = len(entry.data)
        if entry.kind == 2 and 0 < entry.size < CUT:
            entry.start = len(small) // SMALL
            count = -(-entry.size // SMALL)
            links += [*range(entry.start + 1, entry.start + count), END]
            small += entry.data.ljust(count * SMALL, b"\0")
        elif entry.kind == 2:
            entry.start = put(entry.data)
    root = file.entries[0]
    root.start, root.size = put(small), len(small)
    packed = struct.pack(f"<{len(links)}I", *links)
    minifat = put(packed.ljust(-(-len(packed) // SECTOR) * SECTOR, b"\xff"))
    listing = b"".join(
        (one.name.encode("utf-16-le").ljust(64, b"\0"))
        + struct.pack("<HBBIII", 2 * len(one.name) + 2, one.kind, 1, one.left, one.right, one.child)
        + b"\0" * 36
        + struct.pack("<IQ", one.start, one.size)
        for one in file.entries
    )
    directory = put(listing)
    count = 1
    while count * (SECTOR // 4) < len(sectors) + count:
        count += 1
    first = len(sectors)
    table = [*chain, *[FAT] * count]
    fat = struct.pack(f"<{len(table)}I", *table).ljust(count * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<IIIIIIIII", count, directory, 0, CUT, minifat, -(-len(packed) // SECTOR), END, 0, first)
    head += struct.pack(f"<{count - 1}I", *range(first + 1, first + count))
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors) + fat


def properties(
    texts: Mapping[int, str], blobs: Mapping[int, bytes] | None = None, when: datetime | None = None, head: int = 32,
    narrow: int = 0,
) -> Tree:  # fmt: skip
    """A folder of properties: characters (in code page `narrow` where one is given), bytes, and the time of sending."""
    tree: Tree = {}
    for number, text in texts.items():
        kind, data = ("001E", text.encode(f"cp{narrow}")) if narrow else ("001F", text.encode("utf-16-le"))
        tree[f"__substg1.0_{number:04X}{kind}"] = data
    for number, data in (blobs or {}).items():
        tree[f"__substg1.0_{number:04X}0102"] = data
    fixed = b"\0" * head
    if when is not None:
        ticks = int((when - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        fixed += struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    if narrow:
        fixed += struct.pack("<HHIQ", 0x0003, 0x3FFD, 6, narrow)
    tree["__properties_version1.0"] = fixed
    return tree


def attached(name: str, data: bytes | Tree, kind: str = "") -> Tree:
    """An attachment: a file, or a mail's folder."""
    texts = {0x3707: name, **({0x370E: kind} if kind else {})}
    tree = properties(texts, {0x3701: data} if isinstance(data, bytes) else None, head=8)
    if not isinstance(data, bytes):
        tree["__substg1.0_3701000D"] = data
    return tree


def msg(mail: Tree, attachments: Sequence[Tree] = ()) -> bytes:
    """A mail as a file."""
    return ole(with_attachments(mail, attachments))


def with_attachments(mail: Tree, attachments: Sequence[Tree]) -> Tree:
    """A mail's folder with its attachments."""
    return {**mail, **{f"__attach_version1.0_#{i:08X}": one for i, one in enumerate(attachments)}}
