"""按模板取账上的数印成文字，并记下每次提及与各处勾稽。"""

import re
from random import Random

from benchmarks.mutation.figures import Figure, Style
from benchmarks.mutation.manner import Manner, expand
from benchmarks.mutation.passage import Claim, Item, Part, Passage, Word
from benchmarks.mutation.reports.books import Books, Value

UPS = ("增加", "增长", "增收", "提高", "上升", "增支", "净增", "增", "升", "增幅", "多")
DOWNS = ("减少", "下降", "减收", "降低", "减支", "净减", "减", "降", "降幅", "少")
MEANINGS = {
    **dict.fromkeys(UPS, "up"),
    **dict.fromkeys(DOWNS, "down"),
    "翻了一番": "1",
    "翻了两番": "2",
}


class Pen:
    """同一名目每印一次记一次提及；勾稽指向最近一次提及。"""

    def __init__(self, rng: Random, manner: Manner, books: Books) -> None:
        self.rng, self.manner, self.books = rng, manner, books
        self.parts: list[Part] = []
        self.claims: list[Claim] = []
        self.mentions: dict[str, list[str]] = {}
        self.rows = 0

    def write(self, template: str, *, bare: bool = False) -> None:
        self.parts += self._filled(expand(self.rng, template), bare=bare)

    def row(self, template: str, *, bare: bool = True) -> str:
        """表的一行、列举的一项，可整条漏掉；返回它的键。"""
        self.rows += 1
        key = f"line{self.rows}"
        self.parts.append(Item(key, tuple(self._filled(template, bare=bare))))
        return key

    def _filled(self, template: str, *, bare: bool) -> list[Part]:
        plain = {"bureau": self.manner.bureau, "y": str(self.manner.year)}
        plain["py"] = str(self.manner.year - 1)
        done: list[Part] = []
        for index, piece in enumerate(re.split(r"\{([\w.]+)\}", template)):
            if index % 2 == 0 or piece in plain:
                done.append(plain.get(piece, piece) if index % 2 else piece)
            else:
                done.append(self._mention(piece, bare=bare))
        return [part for part in done if part != ""]

    def _mention(self, name: str, *, bare: bool) -> Figure | Word:
        seen = self.mentions.setdefault(name, [])
        key = f"{name}~{len(seen)}"
        seen.append(key)
        return self._printed(key, self.books.values[name], bare=bare)

    def _printed(self, key: str, value: Value, *, bare: bool) -> Figure | Word:
        if value.kind == "word":
            return Word(key, value.digits, MEANINGS.get(value.digits, value.digits))
        style = self.manner.style
        if value.kind == "money":
            shown = style._replace(bare=bare, gap="" if bare else style.gap)
            return Figure(key, value.digits, self.manner.unit, shown)
        if value.kind == "percent":
            return Figure(key, value.digits, value.unit or "%", Style(wide=style.wide))
        gap = "" if bare else style.gap
        return Figure(key, value.digits, value.unit, Style(gap=gap, wide=style.wide, bare=bare))

    def key(self, name: str) -> str:
        return self.mentions[name][-1]

    def claim(self, relation: str, stated: str, family: str = "", **roles: str) -> None:
        """roles：角色到名目，多个名目以空格相隔；角色可带数字后缀区分。"""
        operands = tuple(
            (re.sub(r"\d+$", "", role), self.key(name))
            for role, names in roles.items()
            for name in names.split()
        )
        self.claims.append(Claim(relation, operands, self.key(stated), family))

    def counted(self, rows: tuple[str, ...], stated: str) -> None:
        """表的行数与所称个数相符。"""
        self.claims.append(Claim("count", tuple(("item", r) for r in rows), self.key(stated)))

    def passage(self) -> Passage:
        """加上同一名目多处提及应相同的勾稽。"""
        tied = []
        for name, keys in self.mentions.items():
            if self.books.values[name].kind in ("money", "count", "percent", "score"):
                tied += [self._tied(keys[0], key) for key in keys[1:]]
        return Passage(tuple(self.parts), (*self.claims, *tied))

    def _tied(self, first: str, later: str) -> Claim:
        return Claim("same_as", (("other", first),), later, "table")
