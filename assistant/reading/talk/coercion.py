"""定单位：一个数按字段的种类该是什么单位；量纲不合、单位说不清的不认。"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.facts import FieldKind, FieldSpec
from assistant.domain.outline import split_key
from assistant.domain.quantities import Dimension, Quantity, places_of
from assistant.reading.talk.amounts import Amount

_ACCEPTED = {
    "人": ("人", "个"),
    "辆": ("辆", "个"),
    "个": ("个", "项"),
    "份": ("份", "个", "人"),
    "批次": ("批次", "批", "次"),
    "人次": ("人次", "人"),
}


class Fitting(NamedTuple):
    """对号时要问字段的两件事：一个数合不合某几个字段，数量字段的价值是哪个字段。"""

    specs: Mapping[str, FieldSpec]
    note: str = ""

    def fits(self, keys: Sequence[str], amount: Amount) -> bool:
        """有一个字段收得下。"""
        specs = (self.specs[split_key(key)[0]] for key in keys)
        return any(coerce(spec, amount, self.note) is not None for spec in specs)

    def counted(self, keys: Sequence[str], amount: Amount) -> tuple[str, ...]:
        """公务接待费后面说“6批次”：公务接待批次。名称是金额字段的词干加单位的个数字段。"""
        stems = [self.specs[split_key(key)[0]].label.rstrip("费") for key in keys]
        names = {f"{stem}{amount.unit}" for stem in stems} if amount.unit else set()
        return tuple(spec.key for spec in self.specs.values() if spec.label in names)

    def worth(self, keys: Sequence[str]) -> tuple[str, ...]:
        """车辆数量 → 车辆（价值）：叫法是“某某价值”的金额字段。"""
        counts = [spec for key in keys if (spec := self.specs[key]).kind is FieldKind.COUNT]
        names = {f"{spec.label.removesuffix('数量')}价值" for spec in counts}
        return tuple(
            spec.key
            for spec in self.specs.values()
            if spec.kind is FieldKind.MONEY and names & set(spec.aliases)
        )


def coerce(
    spec: FieldSpec, amount: Amount, note: str, *, long_name: bool = True
) -> Quantity | None:
    """数按字段的种类定单位；量纲不合或单位说不清的为 None。

    note 是表头写明的单位；long_name 为假：只说了“收回”“最高”，不写单位就不认作问卷数、得分。
    """
    value, unit = amount.value, amount.unit
    if amount.none and not spec.may_be_none:
        return None
    match spec.kind:
        case FieldKind.MONEY:
            unit = _money_unit(spec, amount, note)
        case FieldKind.COUNT:
            accepted = _ACCEPTED.get(spec.unit, (spec.unit,))
            bare = not unit and (spec.unit != "份" or long_name) and not _scaled(amount)
            named = unit in accepted or bare
            unit = spec.unit if named and not places_of(value) else ""
        case FieldKind.RATE:
            plain = unit == "" and 1 < value <= 100
            unit = "%" if plain else unit if unit in ("%", "‰") else ""
        case FieldKind.SCORE:
            named = unit == "分" or (not unit and long_name)
            unit = "分" if named and value <= 200 else ""
        case FieldKind.AREA:
            unit = unit if unit == "平方米" else ""
        case _:
            unit = ""
    return Quantity(value, unit) if unit else None


def _money_unit(spec: FieldSpec, amount: Amount, note: str) -> str:
    """没写单位的金额：零随字段；口语整数是元；有表头随表头；带零头的小数随字段（万元）。"""
    if amount.unit:
        return amount.unit if amount.dimension is Dimension.MONEY else ""
    if amount.value == 0:
        return spec.unit
    if note:
        return note
    if amount.spoken:
        return "元" if amount.value >= 100 else ""
    fraction = amount.value % 1
    if fraction and amount.value < Decimal(100_000):
        return spec.unit
    return "元" if not fraction and amount.value >= 1_000_000 else ""


def _scaled(amount: Amount) -> bool:
    """“八十七万四”不带单位，说的多半是钱，不是个数。"""
    return amount.spoken and amount.value >= 10_000
