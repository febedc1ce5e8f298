"""The tree over the log: RFC 6962 hashing, proofs and their verification, as pure functions.

A leaf is one recorded event with its place; leaf index = position - 1. The byte layout is part of
what auditors rely on and is stated in docs/decisions/0007. Nothing here stores, reads or signs.
"""

import hashlib
import struct
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

HASH_BYTES = 32

LEAF_HEAD = struct.Struct(">q16sqqI")
"""Position, stream id, version, recorded time (microseconds since 1970), length of the topic.

Position and version are positive, so signed and unsigned are the same bytes; signed only means that
a forged negative one is hashed and found instead of refused by the packer.
"""

Row = tuple[int, bytes, int, int, bytes, bytes]
"""An event as it is stored: position, stream id, version, recorded time, topic, state."""

EMPTY_ROOT = hashlib.sha256(b"").digest()

# Copying a started hash costs half of starting a new one, and a tree is nothing but hashes.
_LEAF = hashlib.sha256(b"\x00")
_NODE = hashlib.sha256(b"\x01")

Node = tuple[int, int]
"""A complete subtree: `(level, index)` covers the leaves from `index << level` on, `1 << level`
of them. Level 0 are the leaves."""

Range = tuple[int, int]
"""Leaves from the first index up to, but without, the second, as RFC 6962 splits a tree."""


def leaf_hashes(rows: Iterable[Row]) -> list[bytes]:
    """The leaf of each event. Recorded time is microseconds since 1970, topic and state are bytes
    as they are stored.
    """
    copy, pack = _LEAF.copy, LEAF_HEAD.pack
    leaves = []
    for position, stream_id, version, recorded_at, topic, state in rows:
        leaf = copy()
        leaf.update(pack(position, stream_id, version, recorded_at, len(topic)) + topic + state)
        leaves.append(leaf.digest())
    return leaves


def headed_leaf_hashes(
    heads: Iterable[bytes], topics: Iterable[bytes], states: Iterable[bytes]
) -> list[bytes]:
    """The leaf of each event whose first bytes, `LEAF_HEAD`, are packed already."""
    copy = _LEAF.copy
    leaves = []
    for head, topic, state in zip(heads, topics, states, strict=True):
        leaf = copy()
        leaf.update(head + topic + state)
        leaves.append(leaf.digest())
    return leaves


def node_hash(left: bytes, right: bytes) -> bytes:
    """The parent of two subtrees."""
    node = _NODE.copy()
    node.update(left + right)
    return node.digest()


def subtree_root(hashes: Sequence[bytes]) -> bytes:
    """The root over any number of leaves, or of equally high subtrees."""
    if not hashes:
        return EMPTY_ROOT
    level = list(hashes)
    while len(level) > 1:
        level = parents(level)
    return level[0]


def parents(level: Sequence[bytes]) -> list[bytes]:
    """One level up; a hash without a sibling moves up as it is, which is what RFC 6962 asks."""
    pairs = iter(level)
    copy = _NODE.copy
    above = []
    for left, right in zip(pairs, pairs, strict=False):
        node = copy()
        node.update(left + right)
        above.append(node.digest())
    if len(level) % 2:
        above.append(level[-1])
    return above


class Frontier:
    """The compact state of a growing tree: the roots of its complete subtrees, largest first."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self.hashes = list(hashes)
        assert len(self.hashes) == size.bit_count(), "one hash for each bit of the size"

    def copy(self) -> "Frontier":
        return Frontier(self.size, self.hashes)

    def add(self, leaf: bytes) -> None:
        """One more leaf."""
        self.add_subtree(0, leaf)

    def add_subtree(self, level: int, root: bytes) -> None:
        """A complete subtree of `1 << level` leaves; the size must be a multiple of that."""
        assert self.size % (1 << level) == 0, (self.size, level)
        merged = self.size >> level
        while merged & 1:
            root = node_hash(self.hashes.pop(), root)
            merged >>= 1
        self.hashes.append(root)
        self.size += 1 << level

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Many leaves, subtree by subtree: one hash for each leaf, without a call for each."""
        start = 0
        while start < len(leaves):
            room = len(leaves) - start
            level = room.bit_length() - 1
            if self.size:
                level = min(level, (self.size & -self.size).bit_length() - 1)
            self.add_subtree(level, subtree_root(leaves[start : start + (1 << level)]))
            start += 1 << level

    def root(self) -> bytes:
        """The tree's root."""
        return fold(self.hashes)


def fold(hashes: Sequence[bytes]) -> bytes:
    """The root over complete subtrees that get smaller from left to right."""
    if not hashes:
        return EMPTY_ROOT
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = node_hash(left, root)
    return root


def nodes_of(leaves: Range) -> list[Node]:
    """The complete subtrees that a range consists of, left to right and ever smaller: where a tree
    is split, what lies on the right begins at a multiple of more than its length.
    """
    first, end = leaves
    nodes = []
    while first < end:
        level = (end - first).bit_length() - 1
        nodes.append((level, first >> level))
        first += 1 << level
    return nodes


def _split(size: int) -> int:
    """The largest power of two that is smaller than `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """The ranges whose roots prove that leaf `index` is in the tree of `size`, nearest first."""
    assert 0 <= index < size, (index, size)
    first, end = 0, size
    ranges = []
    while end - first > 1:
        middle = first + _split(end - first)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((first, middle))
            first = middle
    return ranges[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """The ranges whose roots prove that the tree of `old` leaves is a prefix of that of `new`."""
    assert 0 < old <= new, (old, new)
    first, end = 0, new
    whole = True
    ranges = []
    while old != end:
        middle = first + _split(end - first)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((first, middle))
            first = middle
            whole = False
    if not whole:
        ranges.append((first, end))
    return ranges[::-1]


def prove(ranges: Iterable[Range], hash_of: Callable[[Node], bytes]) -> list[bytes]:
    """The roots of ranges, from the hashes of complete subtrees."""
    return [fold([hash_of(node) for node in nodes_of(leaves)]) for leaves in ranges]


def root_from_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes | None:
    """The root that a proof leads to (RFC 9162, 2.1.3.2), or None for one of the wrong shape."""
    if not 0 <= index < size:
        return None
    node, last, root = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if node & 1 or node == last:
            root = node_hash(sibling, root)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        node, last = node >> 1, last >> 1
    return root if last == 0 else None


def is_consistent(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Does the proof show that the old tree is a prefix of the new one (RFC 9162, 2.1.4.2)?"""
    if not 0 < old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    if not path:
        return False
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def cut(data: bytes) -> list[bytes]:
    """Hashes that lie one after the other."""
    assert len(data) % HASH_BYTES == 0, len(data)
    ends = range(0, len(data) + 1, HASH_BYTES)
    return [data[first:end] for first, end in pairwise(ends)]
