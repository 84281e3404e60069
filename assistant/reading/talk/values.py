"""定值：对上号的数是哪个字段、哪一年、什么单位，能不能记。"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.facts import FieldKind, FieldSpec, fault_of_value
from assistant.domain.outline import split_key
from assistant.domain.quantities import Dimension, Quantity
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.bound import Bound
from assistant.reading.talk.coercion import coerce
from assistant.reading.talk.context import Place, placed, places_before, valued_before
from assistant.reading.talk.labels import sibling
from assistant.reading.talk.scene import Scene

_GONE = re.compile("(?:已经?|都|全部|被)*(?:上缴|交回|收回|缴回|退回|冲销)")
_OLD = re.compile(
    r"(?<![\d.])(?P<value>\d+(?:\.\d+)?)(?:万元?|元|[%人个辆分])?(?:应该?|要|得)?(?:改[成为到]|[为是])\s?$"
)
_SPENT = re.compile("实际|支了|花了|执行|决算")


class Outcome(NamedTuple):
    """一个数的去处。why 非空则不记；quiet 为真时连说明也不必给。"""

    bound: Bound
    key: str = ""
    year: int = 0
    value: Quantity | None = None
    why: str = ""
    sure: bool = True
    quiet: bool = False


def read_value(bound: Bound, scene: Scene) -> tuple[Outcome, ...]:
    """一个数的去处；一说几项的各给一条。"""
    year, stated = scene.year_of(bound.amount, change=bound.how == "change")
    if year == scene.year - 1 and _of_one_year(bound, scene) and scene.aside(bound.amount):
        year, stated = scene.year, False
    year, stated = (bound.year, True) if bound.year else (year, stated)
    year, stated = (scene.year, True) if bound.moved else (year, stated)
    places = _places(bound, scene, year, stated)
    sure = stated or year == scene.year
    if bound.target.every or (bound.each and _paired(places)):
        return tuple(_outcome(bound, [place], scene, sure) for place in places) or (
            _outcome(bound, [], scene, sure),
        )
    return (_outcome(bound, places, scene, sure),)


def _of_one_year(bound: Bound, scene: Scene) -> bool:
    """只报本年、不和上年比的项。"""
    keys = bound.target.keys
    return bool(keys) and not any(scene.specs[split_key(key)[0]].yearly for key in keys)


def _paired(places: Sequence[Place]) -> bool:
    """同一年的收、支两项。"""
    keys, years = [key for key, _ in places], {year for _, year in places}
    return len(years) == 1 and len(keys) == 2 and sibling(keys[0]) == keys[1]


def _places(bound: Bound, scene: Scene, year: int, stated: bool) -> list[Place]:
    if bound.target.context:
        said = scene.text[bound.target.start : bound.amount.span.start]

        def fits(address: str) -> bool:
            """量纲合，且没有拿实际支出去填预算数。"""
            spec = scene.specs.get(split_key(address)[0])
            spent = _SPENT.search(said) and spec and "预算数" in spec.label
            return not spent and bool(_by_dimension((address,), bound, scene))

        if (old := _OLD.search(scene.text[: bound.amount.span.start])) is not None:
            return valued_before(scene.context, fits, Decimal(old["value"]))
        return places_before(bound, scene.context, fits, year, stated, scene.year)
    return placed(_by_dimension(bound.target.keys, bound, scene), year, stated, scene.year)


def _outcome(bound: Bound, places: Sequence[Place], scene: Scene, sure: bool) -> Outcome:
    amount, keys = bound.amount, bound.target.keys
    key, year = places[0] if places else ("", scene.year)
    base = Outcome(bound, key, year, sure=sure)
    if why := _why_not(bound, scene):
        return base._replace(why=why[0], quiet=why[1])
    if len(places) > 1:
        return base._replace(key="", why="没说是哪一项")
    if not places:
        share = bound.how == "again" and amount.dimension is Dimension.RATIO
        quiet = amount.none or not (keys or amount.unit) or _merely_one(amount) or share
        return base._replace(why=_unplaced(keys, amount, scene), quiet=quiet)
    if bound.how == "change":
        return _change(base, scene)
    return _settle_value(base, scene)


def _why_not(bound: Bound, scene: Scene) -> tuple[str, bool] | None:
    """不能记的缘由，与“数是什么”无关的那些。"""
    amount = bound.amount
    sentence = scene.sentence_at(amount.span.start)
    if sentence and (why := sentence.why(amount.span.start)):
        return why, why == "在问句里"
    if owner := scene.owner_of(amount):
        return f"是{owner}的数", False
    money = amount.dimension is Dimension.MONEY
    if money and _GONE.match(scene.text, amount.span.end):
        return "是上缴、收回的数", False
    if bound.negated:
        return "话里说它不对", False
    if amount.vague:
        return f"是{amount.vague}，请查到准数再说", False
    if sentence and sentence.unsure:
        return "您说还拿不准，请核实后再说", False
    return None


def _merely_one(amount: Amount) -> bool:
    """“我找到一个”：只是个量词，不必说没认出。"""
    short = amount.span.end - amount.span.start == len("一个")
    return short and amount.value == 1 and amount.unit in ("个", "项", "次", "条")


def _by_dimension(keys: tuple[str, ...], bound: Bound, scene: Scene) -> list[str]:
    """按量纲挑出可能的地址。增减率是百分数，凡可比的字段都可以有。"""
    rate = bound.how == "change" and bound.amount.dimension is Dimension.RATIO
    specs = ((address, scene.specs.get(split_key(address)[0])) for address in keys)
    return [a for a, spec in specs if spec and (rate or _quantity(spec, bound, scene) is not None)]


def _quantity(spec: FieldSpec, bound: Bound, scene: Scene) -> Quantity | None:
    note = scene.unit_note(bound.amount.span.start)
    long_name = len(bound.target.name) != 2 or bound.target.name.endswith("分")
    return coerce(spec, bound.amount, note, long_name=long_name)


def _unplaced(keys: tuple[str, ...], amount: Amount, scene: Scene) -> str:
    if not keys:
        return "没认出是哪一项"
    spec = scene.specs.get(split_key(keys[0])[0])
    label = spec.label if spec else "这一项"
    if not amount.unit and spec and spec.kind is FieldKind.MONEY:
        return f"“{label}”没写单位，请说明是元还是万元"
    if not amount.unit and spec and spec.unit:
        return f"“{label}”没写单位，是{spec.unit}吗？请连单位说一遍"
    return f"单位与“{label}”不符"


def _settle_value(base: Outcome, scene: Scene) -> Outcome:
    spec = scene.specs[base.key]
    amount = base.bound.amount
    value = _quantity(spec, base.bound, scene)
    if value is None:
        return base._replace(why=_unplaced((base.key,), amount, scene))
    if base.year not in (scene.year, scene.year - 1):
        return base._replace(
            why=f"是{base.year}年的数，本报告只用{scene.year - 1}、{scene.year}年的"
        )
    if fault := fault_of_value(spec, value):
        return base._replace(why=fault)
    return base._replace(value=value, sure=base.sure and bool(amount.unit or amount.spoken))


def _change(base: Outcome, scene: Scene) -> Outcome:
    spec, amount = scene.specs[base.key], base.bound.amount
    rate = amount.dimension is Dimension.RATIO
    if not spec.yearly or base.year != scene.year:
        return base._replace(why="报告不写这一项的增减", quiet=True)
    value = amount.quantity if rate else _quantity(spec, base.bound, scene)
    if value is None:
        return base._replace(why="没认出是哪一项的增减")
    signed = Quantity(abs(value.value) * base.bound.sign, value.unit)
    return base._replace(key=base.key + (".change_rate" if rate else ".change"), value=signed)
