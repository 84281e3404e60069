"""对上号：一句话里哪个数是哪个口径。

口径名和数之间全是虚词才算对上。没有口径名的数，本小句全是虚词的承前：前面说的那一项。
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.changes import change_before, moved_to
from assistant.reading.talk.gaps import erase, is_filler
from assistant.reading.talk.labels import EXPENDITURE, INCOME, Label, sibling

_AND = re.compile(r"(?:人数|人员|总数|总额|金额|支出|费用|费|数)?[\s、和与及以,，/]*")
_LISTED = re.compile(r"[\s、和与及,，/]*(?:一个)?")
_OUTCOME = re.compile(r"决算数?|实际支出|实际执行|最终支出")
_EACH = re.compile(r"均|都|各|皆|同为|一样|相同|同样")
_RESPECTIVELY = re.compile(r"分别|依次|各[是为]?")
_SAME = re.compile(
    r"(?:数|总计|合计)?(?:也|都)?(?:是|为|跟|和|与)?(?:它|收入|前面|上面|上述)?(?:一样|相同|同样|同数|同额|等额|一致|同上|同(?=[，,。；;\n]|$))"
)
_CLAUSE_BREAK = re.compile(r"[，,；;。！!？?\n]")
_CLAUSE_END = re.compile(r"(?:的?(?:支出|费用|情况))?(?:[，,。；;、！!\n)]|$)")
_POINTED = re.compile(r"[，,]?(?:这|那)?个?(?:就|才)?是(?:我们|本年|全年|今年)?的?")
_STATED = re.compile(r"(?:是|为|却|显示|写着|写的|报的)\s?$")
_NEGATED = re.compile(
    r"(?:不是|并非|而非|不再是|(?:错|误)?(?:写|报|填|说|打|看|记|输|录)成了?|误[写报填记]为|不该是|不应为|不应该是)\s?$"
)
_REVISING = re.compile(
    r"应该?[是为]|应当[是为]|改[为成一到]|更正|修正|纠正|不对|错了|错成|口误|笔误|而是|准数|为准|还是|仍[是为]|重新|查到|核实|确认|定了|出来了|更新"
)


class Target(NamedTuple):
    """说的是哪几个字段。every：一说几项，每项同一个数。start、end 是引文起讫，name 是叫法。

    context 为真：话里没有说是哪一项，由前文定（见 facts_context）。
    """

    keys: tuple[str, ...]
    start: int
    every: bool = False
    end: int = 0
    name: str = ""
    context: bool = False


class Bound(NamedTuple):
    """对上号的一个数。year 非零是列头写明的年份。

    how       named 有口径名；again 承前；change 是增减
    sign      增减的正负
    negated   “不是 A”“写成了 A”里的 A
    revising  “应为”“查到了”之类，替换前面的说法
    moved     “增加到 A”里的 A，说的是本年
    each      “都是 A”
    stated    “是 A”“却是 A”，不只是一个光秃秃的数
    """

    target: Target
    amount: Amount
    how: str = "named"
    sign: int = 0
    negated: bool = False
    revising: bool = False
    moved: bool = False
    each: bool = False
    stated: bool = False
    year: int = 0


class Binder:
    """由前到后对号，一次一句；subject 是承前的那一项，跨句保留。

    erased 是年份和主语的位置；before 是前文说过、问过的地址，供“收入”“支出”承前。
    """

    def __init__(self, text: str, erased: tuple[Span, ...], before: Sequence[str] = ()) -> None:
        self._text, self._erased, self._before = text, erased, before
        self.subject: Target | None = Target((), 0, context=True)
        self.bound: list[Bound] = []
        self.unbound: list[Amount] = []
        self._pending: list[Label] = []
        self._changing = False
        self._end = 0

    def sentence(self, span: Span, labels: Sequence[Label], found: Sequence[Amount]) -> None:
        """读一句。labels 和 found 是落在本句里的。"""
        self._pending, self._changing, self._end = [], False, span.start
        tokens: list[Label | Amount] = sorted((*labels, *found), key=lambda token: token.span.start)
        while tokens:
            token = tokens.pop(0)
            if isinstance(token, Label):
                self._label(token)
            else:
                del tokens[: self._amount(token, tokens)]

    def _label(self, label: Label) -> None:
        if label.part and self._target(label) is None:
            return
        between = self._text[self._end : label.span.start]
        joined = bool(self._pending) and bool(_AND.fullmatch(between))
        self._pending = [*self._pending, label] if joined else [label]
        self._end = label.span.end
        self._same_as_before(label)

    def _same_as_before(self, label: Label) -> None:
        """“支出也一样”：取前面那个数。"""
        last = self.bound[-1] if self.bound else None
        if last and last.how != "change" and label.part and _SAME.match(self._text, label.span.end):
            target = self._target(label)
            if target and not set(target.keys) & set(last.target.keys):
                self.bound.append(last._replace(target=target._replace(start=last.target.start)))
                self._pending = []

    def _amount(self, amount: Amount, rest: list[Label | Amount]) -> int:
        """给一个数对号；返回一并用掉的后续记号个数。"""
        raw = self._text[self._end : amount.span.start]
        clean = erase(self._text, self._end, amount.span.start, self._erased)
        self._end, used = amount.span.end, 0
        if self._change(amount, raw):
            pass
        elif self._pending and self._joins(clean, self._target(self._pending[-1])):
            used = self._named(amount, raw, rest)
        elif (label := self._following(amount, rest)) is not None:
            target = self._target(label)
            place = target and target._replace(start=amount.span.start, end=label.span.end)
            self._put(place, amount, raw)
            self._end, used = label.span.end, 1
        else:
            self._again(amount, raw)
        return used

    def _change(self, amount: Amount, raw: str) -> bool:
        found = change_before(self._text, amount, raw, follows=self._changing)
        if found is None:
            return False
        target = self._target(self._pending[-1]) if self._pending else self.subject
        if target is None:
            self.unbound.append(amount)
        else:
            self.bound.append(Bound(target, amount, "change", found.sign))
            self.subject, self._pending = target, []
        self._changing = True
        return True

    def _named(self, amount: Amount, raw: str, rest: list[Label | Amount]) -> int:
        targets = [target for label in self._pending for target in self._each(label)]
        listed = self._listed(amount, rest)
        many = len(targets) > 1
        if many and len(listed) == len(targets):
            self._pair_up(targets, listed, raw)
            self._end = listed[-1].span.end
            return len(listed) - 1
        if many and (_EACH.search(raw) or self._pending[-1].pair):
            keys = tuple(key for target in targets for key in target.keys)
            self._put(Target(keys, targets[0].start, every=True), amount, raw)
        else:
            self._put(targets[-1] if targets else None, amount, raw)
        self._pending = []
        return 0

    def _pair_up(self, targets: list[Target], listed: list[Amount], raw: str) -> None:
        unit = listed[-1].unit
        for target, one in zip(targets, listed, strict=True):
            self._put(target, one if one.unit else one._replace(unit=unit), raw)
        self._pending = []

    def _listed(self, amount: Amount, rest: list[Label | Amount]) -> list[Amount]:
        """A、B、C 这样连着的数。"""
        listed = [amount]
        for token in rest:
            between = self._text[listed[-1].span.end : token.span.start]
            if isinstance(token, Label) or not _LISTED.fullmatch(between):
                break
            listed.append(token)
        return listed

    def _following(self, amount: Amount, rest: list[Label | Amount]) -> Label | None:
        """“24人在职”“21个项目”：口径名紧跟在数后面。"""
        if (
            not rest
            or not isinstance(rest[0], Label)
            or rest[0].part
            or not (amount.unit or amount.none)
        ):
            return None
        label_end = rest[0].span.end
        between = self._text[amount.span.end : rest[0].span.start]
        if _POINTED.fullmatch(between) and _CLAUSE_END.match(self._text, label_end):
            return rest[0]
        if amount.none and not _CLAUSE_END.match(self._text, rest[0].span.end):
            return None
        return rest[0] if between in ("", "的", " ") else None

    def _again(self, amount: Amount, raw: str) -> None:
        """承前：本小句除了数全是虚词。"""
        breaks = [m.end() for m in _CLAUSE_BREAK.finditer(raw)]
        start = amount.span.start - len(raw) + (breaks[-1] if breaks else 0)
        clause = erase(self._text, start, amount.span.start, self._erased)
        if self.subject is not None and self._joins(clause, self.subject):
            self._put(self._both(clause)._replace(start=start), amount, raw, "again")
        else:
            self.unbound.append(amount)

    def _joins(self, between: str, target: Target | None) -> bool:
        """名称和数之间只有虚词。不带预算字样的名称，后面可说“决算”“实际支出”。"""
        body = _NEGATED.sub("", between)
        if target is not None and target.name and not re.search("预算|决算|执行", target.name):
            body = _OUTCOME.sub("", body)
        return is_filler(body)

    def _both(self, clause: str) -> Target:
        """“都是”：承前的一项收支成对时，两项都是。"""
        if self.subject is None:
            raise ValueError("没有可承的一项")
        keys = self.subject.keys
        if len(keys) == 1 and sibling(keys[0]) and _EACH.search(clause):
            return self.subject._replace(keys=(keys[0], sibling(keys[0])), every=True)
        return self.subject

    def _put(self, target: Target | None, amount: Amount, raw: str, how: str = "named") -> None:
        if target is None or not (target.keys or target.context):
            self.unbound.append(amount)
            return
        self.bound.append(
            Bound(
                target,
                amount,
                how,
                negated=bool(_NEGATED.search(raw)),
                revising=bool(_REVISING.search(raw)),
                moved=moved_to(raw),
                each=bool(_EACH.search(raw)),
                stated=bool(_STATED.search(raw)),
            )
        )
        self.subject, self._changing = target, False

    def _each(self, label: Label) -> list[Target]:
        target = self._target(label)
        if target is None:
            return []
        return [target._replace(keys=(key,)) for key in target.keys] if label.pair else [target]

    def _target(self, label: Label) -> Target | None:
        """口径名所指；只说了收入、支出的，承前定出是哪个口径的。"""
        if not label.part:
            name = self._text[label.span.start : label.span.end]
            return Target(label.keys, label.span.start, label.pair, name=name)
        said = [key for other in reversed(self._pending) for key in other.keys]
        said += self.subject.keys if self.subject else ()
        said = said or list(self._before)
        base = next((key for key in said if sibling(key)), "")
        if not base:
            return None
        income = base if "income" in base.split(".") else sibling(base)
        keys = {INCOME: (income,), EXPENDITURE: (sibling(income),)}
        pair = (income, sibling(income))
        return Target(keys.get(label.part, pair), label.span.start, label.pair)
