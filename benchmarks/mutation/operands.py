"""一处勾稽当下还在文中的操作数，按印出的精度取区间。"""

from fractions import Fraction
from typing import NamedTuple

from benchmarks.mutation import figures
from benchmarks.mutation.figures import Figure, Range
from benchmarks.mutation.passage import Token, Word


class Facts(NamedTuple):
    """一处勾稽当下还在文中的操作数。"""

    operands: tuple[tuple[str, Token], ...]
    stated: Token
    width: Fraction
    family: str = ""
    missing: int = 0

    def many(self, role: str) -> list[Figure]:
        return [t for r, t in self.operands if r == role and isinstance(t, Figure)]

    def range(self, role: str) -> Range | None:
        found = self.many(role)
        return figures.spread(found[0], self._width(found[0])) if found else None

    def ranges(self, role: str) -> list[Range]:
        return [figures.spread(each, self._width(each)) for each in self.many(role)]

    def _width(self, figure: Figure) -> Fraction:
        return Fraction(0) if figures.step(figure) == 0 else self.width

    def words(self, role: str) -> list[str]:
        return [t.meaning for r, t in self.operands if r == role and isinstance(t, Word)]

    def count(self, role: str) -> int:
        return sum(r == role for r, _ in self.operands)
