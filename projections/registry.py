"""Every projection there is, by name; and what is not one and must never be rebuilt."""

from projections.balances import BALANCES
from projections.characters import CHARACTERS
from projections.generations import GENERATIONS
from projections.projection import Projection
from projections.statements import STATEMENTS

PROJECTIONS: dict[str, Projection] = {
    projection.name: projection for projection in (BALANCES, STATEMENTS, GENERATIONS, CHARACTERS)
}
