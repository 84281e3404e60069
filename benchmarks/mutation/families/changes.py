"""较上年的增减：额、幅、额幅并举、收支并列、由…增加到…、增加到、翻番、持平。"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from random import Random

from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.manner import Manner, expand
from benchmarks.mutation.passage import Claim, Part, Passage, Word, fill

COMPARED = (
    "[较|比][上年|上年度|去年|{py}年|{py}年度|上一年度][，|]",
    "与[上年|{py}年度|{py}年|去年]相比[，|]",
    "同比",
    "[较|比]上年同期",
    "[较|比]{py}年[决算|决算数]",
)
SUBJECTS = words.TOTALS + words.SPENDINGS + words.INCOMES
AMOUNT_AND_RATE = (
    "{y}年{org}{item}{cur}，{cmp}{d}{chg}，{dp}{pct}。",
    "{y}年度，我[局|单位|部门]{item}为{cur}，{cmp}{d}{chg}，{dp}{pct}，主要原因是{why}。",
    "{item}{cur}，{cmp}{d}{chg}（{dp}{pct}）。",
    "{y}年[全年|]{item}{cur}。{cmp}{d}{chg}，{dp}幅度为{pct}。",
    "{org}{y}年度{item}{cur}，{cmp}，{item}{d}{chg}，{dp}{pct}。主要原因：{why}。",
    "全年{item}[共计|合计|总计|达到]{cur}，{cmp}{d}{chg}，[增减|变动]幅度[为|达]{pct}[，{why}|]。",
    "{item}[实际完成|完成|实现]{cur}，{cmp}净{d}{chg}，{dp}{pct}[，主要系{why}所致|]。",
    "{cmp}，{item}{d}{chg}，{dp}{pct}，[为|达]{cur}。",
    "{y}年{item}{cur}；{cmp}{d}了{chg}，{dp}了{pct}。",
    "（一）{item}。{y}年{item}决算数为{cur}，{cmp}{d}{chg}，{dp}[{pct}|约为{pct}]。",
    "截至{y}年12月31日，{item}[账面|期末]余额{cur}，较年初{d}{chg}，{dp}{pct}。",
    "{item}{cur}，[{why}，|]{cmp}[{d}额为|{d}]{chg}，{dp}{pct}。",
)
SIGNED = (
    "{y}年{item}{cur}，{cmp}变动{chg}，变动率{pct}。",
    "{item}{cur}，增减额{chg}，增减率为{pct}（基数为上年数）。",
    "{y}年{item}为{cur}，较上年增长{chg}，增长率{pct}。",
)
WITH_PRIOR = (
    "{y}年{item}{cur}，{py}年{item}{pri}，[同比|]{d}{chg}，{dp}{pct}。",
    "{item}由{py}年的{pri}{d}到{y}年的{cur}，{d2}{chg}，{dp}{pct}。",
    "{py}年{item}{pri}，{y}年[为|达到]{cur}，{cmp}{d}{chg}，{dp}{pct}。",
    "{item}本年数{cur}，上年数{pri}，{d}{chg}，{d}幅度{pct}。",
    "{y}年{item}{cur}，较上年的{pri}{d}{chg}，{dp}{pct}[，主要是{why}|]。",
    "{item}从{pri}{d}至{cur}，[净|]{d2}{chg}，{dp}{pct}。",
)
RATE_ONLY = (
    "{py}年{item}执行数为{pri}，{y}年预算安排{cur}，比{py}年执行数{d}{pct}。主要原因是：{why}。",
    "{y}年{item}{cur}，比{py}年的{pri}{dp}{pct}。",
    "{item}上年为{pri}，本年为{cur}，{dp}{pct}。",
    "{item}{cur}，[上年同期|上年]{pri}，同比{dp}{pct}。",
)
AMOUNT_ONLY = (
    "{y}年{item}{cur}，{py}年为{pri}，{d}{chg}。",
    "{item}由年初的{pri}{d}至年末的{cur}，{d2}{chg}。",
    "{y}年{item}{cur}，比上年{pri}{d}{chg}[，{why}|]。",
    "上年{item}{pri}，今年{cur}，{d}了{chg}。",
)
TO_VALUE = (
    "{item}由{pri}{d}{to}{cur}，{dp}{pct}。",
    "{item}由上年的{pri}{d}{to}{cur}，{d2}{chg}。",
    "{py}年至{y}年，{item}从{pri}{d}{to}{cur}，{d2}了{pct}。",
)
DOUBLED = (
    "{item}由{py}年的{pri}增加到{y}年的{cur}，{word}。",
    "{y}年{item}{cur}，{py}年{pri}，{word}。",
)
PAIRED = (
    "{y}年本年收入合计{a}、本年支出合计{b}，与{py}年相比，收、支合计各{d}{ca}、{cb}，{dp}{pa}、{pb}。",
    "{org}{y}年度收入{a}，支出{b}，较上年分别{d}{ca}和{cb}，分别{dp}{pa}和{pb}。",
    "{y}年本年收、支合计分别为{a}、{b}，比上年各{d}{ca}、{cb}，各{dp}{pa}、{pb}。",
    "基本支出{a}、项目支出{b}，同比分别{d}{ca}、{cb}，{d}幅度分别为{pa}、{pb}。",
)
PAIRED_ONE = (
    "{y}年收、支总计均为{a}，与{py}年相比，收、支总计各{d}{ca}，{dp}{pa}。",
    "{org}{y}年度收入支出总计{a}，[较上年|与{py}年度相比]，收、支总计各{d}{ca}，各{dp}{pa}。",
)
FLAT = (
    "{y}年{item}{cur}，{py}年{item}{pri}，{word}。",
    "{item}{cur}，与上年的{pri}相比{word}。",
    "{item}上年为{pri}，本年为{cur}，{word}。",
)


def frame(rng: Random, template: str) -> str:
    """先选比较语再展开可选词。"""
    return expand(rng, template.replace("{cmp}", rng.choice(COMPARED), 1))


def scene(rng: Random, manner: Manner, item: str) -> dict[str, Part | tuple[Part, ...]]:
    return {
        "y": str(manner.year),
        "py": str(manner.year - 1),
        "org": manner.bureau,
        "item": item,
        "why": rng.choice(words.REASONS),
    }


class Move:
    """一个量从上年到今年：四个数和两个方向词，印法随笔法。"""

    def __init__(self, rng: Random, manner: Manner, tag: str = "") -> None:
        before = hand.amount(rng, manner)
        change, self.sign = hand.moved(rng, manner, before)
        if before + self.sign * change <= 0:
            self.sign = 1
        now = before + self.sign * change
        self.rate = 100 * Fraction(change) / Fraction(before)
        self.current = hand.money(manner, f"cur{tag}", now)
        self.prior = hand.money(manner, f"pri{tag}", before)
        self.change = hand.money(manner, f"chg{tag}", change)
        self.signed = hand.money(manner, f"chg{tag}", self.sign * change)
        self.percent = hand.percent(manner, f"pct{tag}", self.rate)
        self.signed_percent = hand.percent(manner, f"pct{tag}", self.sign * self.rate)

    def plain(self) -> bool:
        """幅度印出后不为零，方可核对。"""
        return Fraction(self.percent.digits) != 0


def moving(rng: Random, manner: Manner, tag: str = "") -> Move:
    while not (move := Move(rng, manner, tag)).plain():
        pass
    return move


def _directions(rng: Random, sign: int) -> dict[str, Word]:
    return {
        "d": hand.direction(rng, "d", sign, of=("增加",)),
        "d2": hand.direction(rng, "d2", sign, of=("增加", "提高")),
        "dp": hand.direction(rng, "dp", sign, of=("增长", "增长", "增加", "上升")),
    }


def _passage(
    rng: Random, manner: Manner, templates: tuple[str, ...], slots: Mapping[str, Figure | Word]
) -> tuple[Part, ...]:
    template = frame(rng, rng.choice(templates))
    items = words.ASSETS if "余额" in template else SUBJECTS
    years = {k: Word(k, str(v), str(v)) for k, v in (("y", manner.year), ("py", manner.year - 1))}
    return fill_once(template, {**scene(rng, manner, rng.choice(items)), **years, **slots})


def with_year(parts: tuple[Part, ...], *claims: Claim) -> Passage:
    """句中本年、上年各印一次的，另有年份先后的勾稽。"""
    keys = [p.key for p in parts if isinstance(p, Word) and p.key.startswith(("y", "py"))]
    year = Claim("year", (("current", "y"),), "py")
    both = sorted(keys) == ["py", "y"]
    return Passage(parts, (*claims, *([year] if both else [])))


def fill_once(template: str, slots: Mapping[str, Part | tuple[Part, ...]]) -> tuple[Part, ...]:
    """同一键在模板里出现多次时，第二次起另起键名，仍是同一个词。"""
    seen: dict[str, int] = {}
    done: list[Part] = []
    for part in fill(template, slots):
        if isinstance(part, str):
            done.append(part)
            continue
        seen[part.key] = seen.get(part.key, 0) + 1
        extra = f"+{seen[part.key]}" if seen[part.key] > 1 else ""
        done.append(part._replace(key=part.key + extra))
    return tuple(done)


def claim(relation: str, parts: tuple[Part, ...], stated: str, **roles: str) -> Claim:
    """按文中实有的键声明勾稽；所有方向词都算进来。"""
    present = [p.key for p in parts if not isinstance(p, str)]
    operands = [(role, key) for role, key in roles.items() if key in present]
    words_here = [p.key for p in parts if isinstance(p, Word) and p.meaning in ("up", "down")]
    return Claim(relation, (*operands, *(("direction", key) for key in words_here)), stated)


def amount_and_rate(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"cur": move.current, "chg": move.change, "pct": move.percent}
    parts = _passage(rng, manner, AMOUNT_AND_RATE, {**slots, **_directions(rng, move.sign)})
    return with_year(parts, claim("yoy_percent", parts, "pct", current="cur", change="chg"))


def signed_change(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"cur": move.current, "chg": move.signed, "pct": move.signed_percent}
    parts = _passage(rng, manner, SIGNED, slots)
    return with_year(parts, claim("yoy_percent", parts, "pct", current="cur", change="chg"))


def with_prior(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"cur": move.current, "pri": move.prior, "chg": move.change, "pct": move.percent}
    parts = _passage(rng, manner, WITH_PRIOR, {**slots, **_directions(rng, move.sign)})
    return with_year(
        parts,
        claim("yoy_amount", parts, "chg", current="cur", prior="pri"),
        claim("yoy_percent", parts, "pct", current="cur", prior="pri"),
    )


def rate_only(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"cur": move.current, "pri": move.prior, "pct": move.percent}
    parts = _passage(rng, manner, RATE_ONLY, {**slots, **_directions(rng, move.sign)})
    return with_year(parts, claim("yoy_percent", parts, "pct", current="cur", prior="pri"))


def amount_only(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"cur": move.current, "pri": move.prior, "chg": move.change}
    parts = _passage(rng, manner, AMOUNT_ONLY, {**slots, **_directions(rng, move.sign)})
    return with_year(parts, claim("yoy_amount", parts, "chg", current="cur", prior="pri"))


def to_value(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"cur": move.current, "pri": move.prior, "chg": move.change, "pct": move.percent}
    words_here = {**_directions(rng, move.sign), "to": Word("to", "到", "to")}
    parts = _passage(rng, manner, TO_VALUE, {**slots, **words_here})
    present = {p.key for p in parts if isinstance(p, Figure)}
    kind, key = ("yoy_percent", "pct") if "pct" in present else ("yoy_amount", "chg")
    return Passage(parts, (claim(kind, parts, key, current="cur", prior="pri", mode="to"),))


def doubled(rng: Random, manner: Manner) -> Passage:
    times = rng.choice((1, 1, 1, 2))
    before = hand.amount(rng, manner)
    now = hand.fit(before * Decimal(repr(2**times * rng.uniform(0.99, 1.06))), manner)
    word = Word("word", "翻了" + {1: "一", 2: "两"}[times] + "番", str(times))
    slots: dict[str, Figure | Word] = {
        "pri": hand.money(manner, "pri", before),
        "cur": hand.money(manner, "cur", now),
        "word": word,
    }
    parts = _passage(rng, manner, DOUBLED, slots)
    return Passage(parts, (Claim("doubling", (("current", "cur"), ("prior", "pri")), "word"),))


def _same_way(rng: Random, manner: Manner) -> list[Move]:
    while True:
        moves = [moving(rng, manner, tag) for tag in "ab"]
        if moves[0].sign == moves[1].sign:
            return moves


def paired(rng: Random, manner: Manner) -> Passage:
    moves = _same_way(rng, manner)
    slots: dict[str, Figure | Word] = {**_directions(rng, moves[0].sign)}
    for tag, move in zip("ab", moves, strict=True):
        slots |= {tag: move.current, f"c{tag}": move.change, f"p{tag}": move.percent}
    parts = _passage(rng, manner, PAIRED, slots)
    pairs = (
        claim("yoy_percent", parts, f"pct{t}", current=f"cur{t}", change=f"chg{t}") for t in "ab"
    )
    return with_year(parts, *pairs)


def paired_one(rng: Random, manner: Manner) -> Passage:
    move = moving(rng, manner)
    slots = {"a": move.current, "ca": move.change, "pa": move.percent}
    parts = _passage(rng, manner, PAIRED_ONE, {**slots, **_directions(rng, move.sign)})
    return with_year(parts, claim("yoy_percent", parts, "pct", current="cur", change="chg"))


def flat(rng: Random, manner: Manner) -> Passage:
    number = hand.amount(rng, manner)
    slots: dict[str, Figure | Word] = {
        "cur": hand.money(manner, "cur", number),
        "pri": hand.money(manner, "pri", number),
        "word": Word("word", rng.choice(("持平", "无变化", "没有变化")), "flat"),
    }
    parts = _passage(rng, manner, FLAT, slots)
    return Passage(parts, (Claim("compare", (("left", "cur"), ("right", "pri")), "word"),))
