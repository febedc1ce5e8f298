"""The stored tree over the log: hashes in tiles of 256, so that a proof reads a handful of rows.

Grown by the sealer only, in the transaction that also moves its size; read by the API for proofs
and by verification. It hashes what it is given and signs nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from psycopg import Connection

from domain.audit.merkle import (
    HASH_BYTES,
    Frontier,
    Node,
    Range,
    cut,
    fold,
    nodes_of,
    prove,
    subtree_root,
)
from projections.named_sql import named_sql
from projections.query import Query

TILE_LEVELS = 8
TILE_HASHES = 1 << TILE_LEVELS
TILE_BYTES = TILE_HASHES * HASH_BYTES

Tile = tuple[int, int]
"""`(level, index)`; the hashes of a tile at level n are those of nodes at level 8 * n."""

Tiles = Mapping[Tile, bytes]


class TileRow(msgspec.Struct, frozen=True):
    """One stored tile; one at the right edge may hold fewer than 256 hashes."""

    level: int
    index: int
    hashes: bytes


class NewestRow(msgspec.Struct, frozen=True):
    """The origin that is in force and the newest checkpoint signed under it, if any."""

    number: int
    origin: str
    note: str | None


class PlaceRow(msgspec.Struct, frozen=True):
    """An event as the leaf needs it; `recorded_at` is microseconds since 1970."""

    originator_id: Any
    originator_version: int
    recorded_at: int
    topic: str
    state: bytes


class TilesMissing(LookupError):
    """The stored tree does not hold the hashes that its size promises."""


class Tree:
    """The right edge of one origin's stored tree, in memory, and how it grows."""

    def __init__(self, number: int, size: int, edges: Sequence[bytes]) -> None:
        self.number = number
        self.size = size
        self._edges = list(edges)

    def frontier(self) -> Frontier:
        """The compact state: everything that a root or further growth needs."""
        hashes = []
        for edge in reversed(self._edges):
            hashes += _complete(cut(edge))
        return Frontier(self.size, hashes)

    def root(self) -> bytes:
        return self.frontier().root()

    def grow(self, connection: Connection[Any], leaves: Sequence[bytes]) -> None:
        """Adds leaves and writes the tiles they change, in the caller's transaction."""
        changed: list[TileRow] = []
        level, new = 0, list(leaves)
        while new:
            if level == len(self._edges):
                self._edges.append(b"")
            index = self.size >> TILE_LEVELS * (level + 1)
            hashes = self._edges[level] + b"".join(new)
            whole = len(hashes) - len(hashes) % TILE_BYTES
            new = []
            for first in range(0, whole, TILE_BYTES):
                tile = hashes[first : first + TILE_BYTES]
                changed.append(TileRow(level, index, tile))
                new.append(subtree_root(cut(tile)))
                index += 1
            self._edges[level] = hashes[whole:]
            if whole < len(hashes):
                changed.append(TileRow(level, index, hashes[whole:]))
            level += 1
        self.size += len(leaves)
        _write(connection, self.number, changed)


def load_tree(connection: Connection[Any], number: int) -> Tree:
    """The tree of an origin as it is stored; empty when nothing was sealed yet."""
    rows = connection.execute(named_sql("audit_tree", "edges"), {"number": number}).fetchall()
    size, edges = 0, []
    for level, index, hashes in rows:
        if level == 0:
            size = index * TILE_HASHES + len(hashes) // HASH_BYTES
        edges.append(b"" if len(hashes) == TILE_BYTES else bytes(hashes))
    return Tree(number, size, edges)


def _complete(hashes: Sequence[bytes]) -> list[bytes]:
    """The roots of the complete subtrees over the hashes of one edge, largest first."""
    return [
        subtree_root(hashes[index << level : (index + 1) << level])
        for level, index in nodes_of((0, len(hashes)))
    ]


def _write(connection: Connection[Any], number: int, tiles: Sequence[TileRow]) -> None:
    params = {
        "number": number,
        "levels": [tile.level for tile in tiles],
        "indexes": [tile.index for tile in tiles],
        "hashes": [tile.hashes for tile in tiles],
    }
    connection.execute(named_sql("audit_tree", "write"), params)


def tiles_of(ranges: Iterable[Range]) -> set[Tile]:
    """The tiles that the roots of these ranges are computed from."""
    return {_place(node)[0] for leaves in ranges for node in nodes_of(leaves)}


def _place(node: Node) -> tuple[Tile, int, int]:
    """The tile that a node lies in or is computed from, its first hash there, and how many."""
    level, index = node
    height = level % TILE_LEVELS
    first = index << height
    return (level // TILE_LEVELS, first >> TILE_LEVELS), first % TILE_HASHES, 1 << height


def node_in(tiles: Tiles, node: Node) -> bytes:
    """The hash of a complete subtree. Raises TilesMissing."""
    tile, first, count = _place(node)
    hashes = tiles.get(tile, b"")[first * HASH_BYTES : (first + count) * HASH_BYTES]
    if len(hashes) != count * HASH_BYTES:
        raise TilesMissing(f"the tree lacks node {node}")
    return subtree_root(cut(hashes))


def proof_from(tiles: Tiles, ranges: Iterable[Range]) -> list[bytes]:
    """The roots of ranges. Raises TilesMissing."""
    return prove(ranges, lambda node: node_in(tiles, node))


def query_tiles(number: int, tiles: Iterable[Tile]) -> Query[TileRow]:
    """Reads tiles of one origin."""
    wanted = sorted(tiles)
    params = {
        "number": number,
        "levels": [level for level, _ in wanted],
        "indexes": [index for _, index in wanted],
    }
    return Query(named_sql("audit_tree", "tiles"), params, TileRow)


def tiles_from(rows: Iterable[TileRow]) -> dict[Tile, bytes]:
    """Rows by their place."""
    return {(row.level, row.index): bytes(row.hashes) for row in rows}


def root_at(connection: Connection[Any], number: int, size: int) -> bytes:
    """The root when the tree had `size` leaves. Raises TilesMissing."""
    query = query_tiles(number, tiles_of([(0, size)]))
    rows = connection.execute(query.sql, dict(query.params)).fetchall()
    tiles = {(level, index): bytes(hashes) for level, index, hashes in rows}
    return fold([node_in(tiles, node) for node in nodes_of((0, size))])


def stored_leaves(
    connection: Connection[Any], number: int, first: int, last: int
) -> dict[int, bytes]:
    """Tiles of leaf hashes with an index from `first` up to, but without, `last`."""
    params = {"number": number, "first": first, "last": last}
    rows = connection.execute(named_sql("audit_tree", "leaves"), params).fetchall()
    return {index: bytes(hashes) for index, hashes in rows}


def query_newest() -> Query[NewestRow]:
    """The origin in force and its newest checkpoint; no row before anything was sealed."""
    return Query(named_sql("audit_tree", "newest"), {}, NewestRow)


def query_place(position: int) -> Query[PlaceRow]:
    """The event at a position, for its leaf."""
    return Query(named_sql("audit_tree", "place"), {"position": position}, PlaceRow)
