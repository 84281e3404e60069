"""收尾：去重、更正、自相矛盾，把各个数的去处汇成提出的和不记的。"""

import re
from collections.abc import Iterable

from assistant.domain.facts import Value
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.reading.talk.scene import Scene
from assistant.reading.talk.types import Proposal, Rejection, Settled
from assistant.reading.talk.values import Outcome

_SLIP = re.compile(
    "不不|[，,]不[，,]|[哦啊呃]不对|不对[，,]|错了|等等[，,]|说反|口误|弄混|搞混|记混|看串"
)
_DISOWNED = re.compile(
    r"[，,。…—\s]*(?:不不|[哦啊呃]不[对是，,]|不对[，,。！!]|错了[，,。！!]|说错)"
)
_SLIPPED = re.compile(
    r"[，,]\s?(?:刚才|刚刚|前面|上面)?(?:那个)?[我是]?[看抄写说报打敲填记]([串错反混漏岔])了?[行格数]?"
)


def settle(text: str, outcomes: Iterable[Outcome], scene: Scene) -> Settled:
    """汇总。text 是原话（未折半角），引文取自它。"""
    kept: dict[tuple[str, int], Outcome] = {}
    beside: dict[tuple[str, int], Outcome] = {}
    rejected: list[Rejection] = []
    mistaken: list[Quantity] = []
    torn: set[tuple[str, int]] = set()
    for outcome in outcomes:
        if outcome.bound.negated:
            mistaken.append(outcome.bound.amount.quantity)
        if outcome.value is None or outcome.why:
            if not outcome.quiet:
                rejected.append(_rejection(text, outcome, outcome.why, scene))
            continue
        place = (outcome.key, outcome.year)
        if place in kept and _differ(kept[place], outcome, scene):
            beside.setdefault(place, outcome)
        else:
            _weigh(text, outcome, kept, torn, rejected, scene)
    for place, outcome in list(kept.items()):
        if _DISOWNED.match(scene.text, outcome.bound.amount.span.end):
            rejected.append(_rejection(text, kept.pop(place), "后面说它不对", scene))
    sides = (*kept.values(), *(o for place, o in beside.items() if place in kept))
    proposals = tuple(_proposal(text, o, mistaken, scene) for o in sides)
    return Settled(proposals, tuple(rejected))


def _differ(one: Outcome, other: Outcome, scene: Scene) -> bool:
    """规则读的和模型指的不是一个数，谁也没说更正：两个都提出，由人来定。"""
    sides = {one.bound.how == "pointed", other.bound.how == "pointed"}
    if len(sides) < 2 or _same(one.value, other.value):
        return False
    plain = not (one.bound.total or other.bound.total)
    return plain and not (_mended(one, other, scene) or _mended(other, one, scene))


def _weigh(
    text: str,
    outcome: Outcome,
    kept: dict[tuple[str, int], Outcome],
    torn: set[tuple[str, int]],
    rejected: list[Rejection],
    scene: Scene,
) -> None:
    """同一项同一年说了两次：相同的去重，更正的取后者，合计的取合计，承前的不算，矛盾的都不记。"""
    place = (outcome.key, outcome.year)
    earlier = kept.get(place)
    if place in torn and not (outcome.bound.total or outcome.bound.revising):
        rejected.append(_rejection(text, outcome, "同一项说了几个数，请说明哪个对", scene))
    elif earlier is None:
        if outcome.bound.how == "again" and _answered(outcome, scene):
            rejected.append(_rejection(text, outcome, "没认出是哪一项", scene, key=False))
        else:
            kept[place] = outcome
    elif _same(earlier.value, outcome.value):
        return
    elif (mended := _mended(earlier, outcome, scene)) or outcome.bound.total:
        why = "后面更正了" if mended else "后面另说了合计"
        rejected.append(_rejection(text, earlier, why, scene, key=False))
        kept[place] = outcome
    elif earlier.bound.total:
        rejected.append(_rejection(text, outcome, "前面说了合计，这是其中一部分", scene, key=False))
    elif outcome.bound.how == "again" and not outcome.bound.stated:
        rejected.append(_rejection(text, outcome, "没认出是哪一项", scene, key=False))
    else:
        del kept[place]
        torn.add(place)
        why = f"同一项说了两个数：{earlier.value}和{outcome.value}，请说明哪个对"
        rejected.append(_rejection(text, earlier, why, scene))
        rejected.append(_rejection(text, outcome, why, scene))


def _mended(earlier: Outcome, later: Outcome, scene: Scene) -> bool:
    """后一个数是不是更正前一个：它前面、两数之间，或它后面紧接着说了“不对”“看串了”。"""
    between = scene.text[earlier.bound.amount.span.end : later.bound.amount.span.start]
    after = scene.text[later.bound.amount.span.end :]
    return later.bound.revising or bool(_SLIP.search(between) or _SLIPPED.match(after))


def _answered(outcome: Outcome, scene: Scene) -> bool:
    """承前而所承的一项早有了值：只有更正或正被问到的才再记。"""
    context = scene.context
    asked = outcome.key in {address.removesuffix(".prior") for address in context.asked}
    known = context.value(outcome.key, outcome.year) is not None
    return known and not outcome.bound.revising and not asked and outcome.key not in context.open


def _same(one: Value | None, two: Value | None) -> bool:
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return one.base == two.base
    return one == two


def _proposal(text: str, outcome: Outcome, mistaken: list[Quantity], scene: Scene) -> Proposal:
    span = _quote_span(outcome, scene)
    old = scene.context.value(outcome.key, outcome.year)
    revising = outcome.bound.revising or any(_same(old, wrong) for wrong in mistaken)
    corrects = old if old is not None and revising and not _same(old, outcome.value) else None
    value = outcome.value
    if value is None:
        raise ValueError("没有值的去处不能提出")
    quote = text[span.start : span.end]
    return Proposal(outcome.key, outcome.year, value, quote, span, outcome.sure, corrects)


def _rejection(
    text: str, outcome: Outcome, why: str, scene: Scene, *, key: bool = True
) -> Rejection:
    span = _quote_span(outcome, scene)
    return Rejection(text[span.start : span.end], why, span, outcome.key if key else "")


def _quote_span(outcome: Outcome, scene: Scene) -> Span:
    """引文：从口径名（连同紧前的年份、主语）到数。"""
    start, end = outcome.bound.target.start, outcome.bound.amount.span.end
    end = max(end, outcome.bound.target.end)
    start = min(start, outcome.bound.amount.span.start)
    for span in sorted(scene.erased, reverse=True):
        if span.end <= start and scene.text[span.end : start].strip(" 的") == "":
            start = span.start
    return Span(start, end)
