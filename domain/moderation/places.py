"""Where the kinds of word stand that rules of the prompt gate ask for, a bit for each word.

Nearness is then a shift and an and.
"""

from collections.abc import Collection, Mapping

import msgspec

from domain.moderation.reading import Place, Reading, Span, set_bits
from domain.moderation.rules import CLOSING

REACHED, REACHED_FAR = 3, 6
"""Most rules reach no farther, and most find nothing: one look tells."""


class Kind(msgspec.Struct, frozen=True):
    """A bit for each word that the kind begins with, one for each after its last, and those with at
    most REACHED and REACHED_FAR words between them and what ends before.
    """

    starts: int
    ends: int
    reached: int
    reached_far: int


class Places(dict[str, Kind]):
    """The places of each kind of word in a text; what is asked for is made out once.

    `more` tells of other kinds by the indices of single words, clause ends counted.
    """

    def __init__(self, reading: Reading, more: Mapping[str, Collection[int]]) -> None:
        super().__init__()
        self._reading = reading
        self.clause_starts = reading.clause_starts
        self._wholes = wholes = dict[str, int]()
        self._longer: dict[str, list[Span]] = {}
        self._more: dict[str, list[Place]] = {
            kind: [reading.place(i) for i in indices] for kind, indices in more.items() if indices
        }
        for phrase, bits in reading.wholes.items():
            for kind in phrase.kinds:
                wholes[kind] = wholes.get(kind, 0) | bits
        for start, end, phrase in reading.longer:
            for kind in phrase.kinds:
                self._longer.setdefault(kind, []).append((start, end))
        self.kinds = self._wholes.keys() | self._longer.keys() | self._more.keys()

    def __missing__(self, kind: str) -> Kind:
        starts = self._wholes.get(kind, 0)
        ends = starts << 1
        if kind == CLOSING:
            starts = ends = self._reading.clause_starts | 1 << len(self._reading.flat)
        for start, end in self._longer.get(kind, ()):
            starts |= 1 << start
            ends |= 1 << end
        for start, end, _ in self._more.get(kind, ()):
            starts |= 1 << start
            ends |= 1 << end
        near = ends | ends << 1
        near |= near << 2
        self[kind] = made = Kind(starts, ends, near, near | near << 3)
        return made

    def of(self, kind: str, *, among: int = -1) -> list[Place]:
        """Every place of a kind that begins at one of the bits, in no order."""
        clause_of = self._reading.clause_of
        spans = [span for span in self._longer.get(kind, ()) if among >> span[0] & 1]
        if wholes := self._wholes.get(kind, 0) & among:
            spans += [(start, start + 1) for start in set_bits(wholes)]
        places = [(start, end, clause_of(start)) for start, end in spans]
        others = self._reading.clause_ends() if kind == CLOSING else self._more.get(kind, [])
        return places + [place for place in others if among >> place[0] & 1]

    def add(self, kind: str, places: list[Place]) -> None:
        """More of a kind, found by a rule."""
        self._more.setdefault(kind, []).extend(places)
        self.pop(kind, None)
