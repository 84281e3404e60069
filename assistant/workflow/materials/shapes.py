"""读材料结果的对外写法：jigao read --json 的形状，字段只添不改。"""

from typing import Any

from assistant.domain.facts import shown
from assistant.domain.quantities import Quantity
from assistant.reading.accounts.types import Break, Taken, Unread
from assistant.workflow.materials.reading import Clash, Material, Wrong

Json = dict[str, Any]
_SHOWN = 60


def material_json(material: Material) -> Json:
    """Contract 的 read 对象，另加 breaks（表内对不上的）和 wrong_percentages（正文算错的）。"""
    found = material.found
    return {
        "file": material.document.name,
        "facts": [_fact(taken) for taken in material.facts],
        "texts": [_fact(taken) for taken in material.texts],
        "conflicts": [_clash(clash) for clash in material.clashes],
        "unread": [_unread(unread) for unread in found.unread],
        "breaks": [_break(each) for each in found.breaks],
        "wrong_percentages": [_wrong(each) for each in material.wrong],
        "form_faults": dict(zip(("must", "doubt"), material.form_faults, strict=True)),
        "reasons_asked": list(material.asked),
    }


def _fact(taken: Taken) -> Json:
    data = {
        "key": taken.key,
        "label": taken.label,
        "year": taken.year,
        **value_json(taken),
        "quote": taken.quote,
        "locator": taken.locator,
    }
    if taken.printed:
        data["printed"] = taken.printed
    if taken.direction:
        data["direction"] = taken.direction
    return data


def value_json(taken: Taken) -> Json:
    """值照材料的写法；base_value 折成基本单位并带正负。"""
    if not isinstance(taken.value, Quantity):
        return {"value": shown(taken.value), "unit": "", "base_value": None}
    value = abs(taken.value.value) if taken.direction else taken.value.value
    return {
        "value": f"{value:f}",
        "unit": taken.value.unit,
        "base_value": f"{taken.value.base:f}",
    }


def _clash(clash: Clash) -> Json:
    return {
        "key": clash.key,
        "label": clash.label,
        "year": clash.year,
        "sides": [
            {**value_json(side), "quote": side.quote, "locator": side.locator}
            for side in clash.sides
        ],
        "message": clash.message,
    }


def _unread(unread: Unread) -> Json:
    return {"locator": unread.locator, "text": unread.text, "why": unread.why}


def _break(found: Break) -> Json:
    return {
        "locator": found.locator,
        "label": found.label,
        "stated": found.stated,
        "expected": found.expected,
        "message": found.message,
        "cause": found.cause,
    }


def _wrong(found: Wrong) -> Json:
    return {"quote": found.quote, "at": found.at, "should": found.should, "why": found.why}


def form_lines(material: Material) -> list[str]:
    """自评表要改的、要补原因的。"""
    must, doubt = material.form_faults
    lines = (
        [f"  自评表　必改{must}处、存疑{doubt}处，到“评分”页或用 jigao score 看"]
        if must + doubt
        else []
    )
    return lines + [f"  请补原因　{asked}" for asked in material.asked]


def material_lines(material: Material) -> list[str]:
    """给人看的：取到的、对不上的、没读懂的。"""
    found = material.found
    lines = [f"{material.document.name}：取到 {len(material.facts)} 项"]
    lines += [
        f"  {t.year}年 {t.label}　{shown(t.value)[:_SHOWN]}　{t.locator}" for t in material.facts
    ]
    lines += [f"  不一致　{clash.message}" for clash in material.clashes]
    lines += [f"  对不上　{b.locator} {b.message}" for b in found.breaks]
    lines += [f"  算错　{w.at} “{w.quote}”：{w.why}" for w in material.wrong]
    lines += form_lines(material)
    lines += [f"  没有取　{u.locator} {u.text}：{u.why}" for u in found.unread]
    return lines
