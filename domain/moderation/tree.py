"""Phrases of several words in a tree: which words go on from which, and what ends where.

An entry of the policy may stand for thousands of phrases, most of which differ in few words. Here
they share what they have in common, so a tree grows with what is written, not with what it
multiplies out to. It knows no word, and not what phrases are for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import msgspec

from domain.moderation.words import Places, Words

Meaning = Literal["terms", "avoided", "names", "kinds", "blanks"]
Meant = frozenset[tuple[Meaning, str]]


class Phrase(msgspec.Struct, frozen=True, eq=False):
    """What a phrase means; there is one of each, so that they are told apart without a look inside.

    `terms`: categories, whichever clauses it stands in; `avoided`: the same in what a picture
    shall not show; `names`: categories within a clause, "Emma, stone wall" is nobody; `kinds`: of
    words that matter near others; `blanks`: where it is harmless, BENIGN, INNOCENT or AVOIDED.
    """

    meant: Meant
    terms: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@cache
def phrase_of(meant: Meant) -> Phrase:
    told: dict[str, list[str]] = {}
    for meaning, value in sorted(meant):
        told.setdefault(meaning, []).append(value)
    return Phrase(meant, **{meaning: tuple(values) for meaning, values in told.items()})


class Node(dict[str, "Node"]):
    """By what words phrases go on from here; `phrase` ends here, if any."""

    __slots__ = ("phrase",)

    def __init__(self, phrase: Phrase | None = None) -> None:
        super().__init__()
        self.phrase = phrase


def grown(entries: Iterable[tuple[Places, Meant]]) -> Node:
    """The node that all phrases of entries begin from."""
    return _Growing().tree(entries)


class _Growing:
    """A tree of phrases while it grows.

    An entry with alternatives is a few nodes, whatever it multiplies out to: those that go on alike
    go on in the same node. Where entries begin alike, nodes are united, each set of them once.
    """

    def __init__(self) -> None:
        self._united: dict[frozenset[int], tuple[list[Node], Node]] = {}

    def tree(self, entries: Iterable[tuple[Places, Meant]]) -> Node:
        """The node that all phrases begin from."""
        root, more = Node(), defaultdict[str, list[Node]](list)
        for places, meant in entries:
            if len(places) == 1:
                for words in places[0]:
                    _grow(root, words, meant)
            else:
                for word, node in self._branch(places, meant).items():
                    more[word].append(node)
        for word, nodes in more.items():
            root[word] = self._union([root[word], *nodes] if word in root else nodes)
        return root

    def _branch(self, places: Places, meant: Meant) -> Node:
        """The node that the phrases of one entry begin from, made from its end."""
        after = Node(phrase_of(meant))
        for place in reversed(places):
            begun = defaultdict[str, list[Node]](list)
            for word, *rest in filter(None, place):
                begun[word].append(_chain(rest, after))
            node = Node()
            node.update((word, self._union(nodes)) for word, nodes in begun.items())
            after = self._union([node, after]) if () in place else node
        return after

    def _union(self, nodes: list[Node]) -> Node:
        """One node for several; those given stay as they are."""
        key = frozenset(map(id, nodes))
        if len(key) == 1:
            return nodes[0]
        if key not in self._united:
            self._united[key] = nodes, self._made_of(nodes)  # held, so that no id comes again
        return self._united[key][1]

    def _made_of(self, nodes: list[Node]) -> Node:
        ended = [node.phrase.meant for node in nodes if node.phrase is not None]
        node = Node(phrase_of(frozenset().union(*ended)) if ended else None)
        begun = defaultdict[str, list[Node]](list)
        for each in nodes:
            for word, following in each.items():
                begun[word].append(following)
        node.update((word, self._union(following)) for word, following in begun.items())
        return node


def _grow(root: Node, words: Words, meant: Meant) -> None:
    """Put one phrase into a tree."""
    node = root
    for word in words:
        following = node.get(word)
        if following is None:
            node[word] = following = Node()
        node = following
    if words:
        node.phrase = phrase_of(node.phrase.meant | meant if node.phrase else meant)


def _chain(words: Sequence[str], after: Node) -> Node:
    """A node from which these words lead to another."""
    for word in reversed(words):
        node = Node()
        node[word] = after
        after = node
    return after
