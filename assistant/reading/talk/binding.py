"""对上号：一句话里哪个数是哪个口径。

口径名和数之间全是虚词才算对上；没有口径名的数，本小句全是虚词的承前。
"""

from collections.abc import Sequence

from assistant.domain.findings import Span
from assistant.reading.talk import cues, told
from assistant.reading.talk.ahead import absent, following, listed
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.asides import aside
from assistant.reading.talk.bound import Bound, Target, bound_of
from assistant.reading.talk.carrying import carried
from assistant.reading.talk.changes import change_before, compared
from assistant.reading.talk.coercion import Fitting
from assistant.reading.talk.gaps import erase, is_filler
from assistant.reading.talk.labels import Label
from assistant.reading.talk.loose import loosely
from assistant.reading.talk.naming import joins, target_of
from assistant.reading.talk.narrow import narrowed
from assistant.reading.talk.repeating import pointed_back, repeated
from assistant.reading.talk.years import YearRun, years_beside


class Binder:
    """由前到后对号，一次一句；subject 是承前的那一项，跨句保留。

    erased 是年份和主语的位置；fields 说一个数合不合某几个字段；runs 是并列的年份；
    before 是前文说过、问过的地址，供“收入”“支出”承前。
    """

    def __init__(
        self,
        text: str,
        erased: tuple[Span, ...],
        fields: Fitting,
        runs: Sequence[YearRun] = (),
        before: Sequence[str] = (),
    ) -> None:
        self._text, self._erased, self._fields = text, erased, fields
        self._runs, self._before = runs, before
        self.subject: Target | None = Target((), 0, context=True)
        self.bound: list[Bound] = []
        self.unbound: list[Amount] = []
        self._pending: list[Label] = []
        self._equated: Label | None = None
        self._changing = False
        self._end = self._first = 0

    def sentence(self, span: Span, labels: Sequence[Label], found: Sequence[Amount]) -> None:
        """读一句。labels 和 found 是落在本句里的。"""
        self._pending, self._changing, self._end = [], False, span.start
        self._equated = None
        self._first = len(self.bound)
        self._run(narrowed(self._text, self._fields.specs, labels, found))
        self._self_answered(span, found)

    def _run(self, tokens: list[Label | Amount]) -> None:
        while tokens:
            if self._pending and (inside := aside(self._text, self._end, tokens)):
                waiting = self._pending
                del tokens[: len(inside)]
                self._run(inside)
                self._pending, self._end = waiting, self._text.index(")", self._end) + 1
                continue
            token = tokens.pop(0)
            if isinstance(token, Label):
                self._label(token)
            else:
                del tokens[: self._amount(token, tokens)]

    def _self_answered(self, span: Span, found: Sequence[Amount]) -> None:
        """“满意度？96.7%呗”：短短一问只点了名；或名称单独一行，数在下一行。"""
        whole = self._text[span.start : span.end]
        lone = whole.endswith("\n") and is_filler(self._text[self._end : span.end])
        asks = whole.rstrip()[-1:] in ("?", "？") or lone
        if self._pending and not found and asks and len(whole.rstrip()) <= 24:
            self.subject = self._target(self._pending[-1]) or self.subject

    def _label(self, label: Label) -> None:
        if label.part and self._target(label) is None:
            return
        between = self._text[self._end : label.span.start]
        shared = between.endswith("占") and cues.SHARE.match(self._text, label.span.end)
        if self._pending and shared:
            self._end = label.span.end
            return
        joined = bool(self._pending) and bool(cues.AND.fullmatch(between))
        self._pending = [*self._pending, label] if joined else [label]
        self._end = label.span.end
        self._take_earlier(label)
        if self._equated is None and cues.EQUALS_NAME.match(self._text, label.span.end):
            self._equated = label

    def _take_earlier(self, label: Label) -> None:
        """“支出也一样”“年初预算收入就填这个”：取前面那个数。"""
        last = self.bound[-1] if self.bound else None
        if (target := self._target(label)) is None:
            return
        alone = told.alone(self._text, self.bound[self._first :])
        if last and (again := repeated(self._text, label, target, last, self._fields, alone=alone)):
            self.bound.append(again)
            keys = (*last.target.keys, *target.keys)
            self.subject = last.target._replace(keys=keys, every=True)
            self._pending = []
        elif self.unbound and (
            back := pointed_back(self._text, label, target, self.unbound[-1], self._fields)
        ):
            del self.unbound[-1]
            self.bound.append(back)
            self._pending = []

    def _amount(self, amount: Amount, rest: list[Label | Amount]) -> int:
        """给一个数对号；返回一并用掉的后续记号个数。"""
        raw = self._text[self._end : amount.span.start]
        clean = erase(self._text, self._end, amount.span.start, self._erased)
        self._end, used = amount.span.end, 0
        if cues.OPERAND.match(self._text, amount.span.end):
            self.unbound.append(amount)
        elif self._equated is not None and raw.strip() == "=":
            self._put(self._target(self._equated), amount, raw)
            self._equated, self._pending = None, []
        elif amount.ahead:
            used = self._absent(amount, raw, rest)
        elif self._change(amount, raw):
            pass
        elif self._pending and self._reaches(clean, raw, amount):
            used = self._named(amount, raw, rest)
        elif (label := following(self._text, amount, rest, cues.last_clause(clean))) is not None:
            target = self._target(label)
            place = target and target._replace(start=amount.span.start, end=label.span.end)
            self._put(place, amount, raw)
            self._end, self._pending, used = label.span.end, [], 1
        else:
            self._again(amount, raw)
        return used

    def _change(self, amount: Amount, raw: str) -> bool:
        just = bool(self.bound) and self.bound[-1].amount.span.end == amount.span.start - len(raw)
        found = change_before(self._text, amount, raw, follows=self._changing, told=just)
        if found is None:
            return False
        target = self._target(self._pending[-1]) if self._pending else self.subject
        if target is None:
            self.unbound.append(amount)
        else:
            both = told.both_years(self.bound, target)
            self.bound.append(Bound(target, amount, "change", found.sign, moved=both))
            self.subject, self._pending = target, []
        self._changing = True
        return True

    def _reaches(self, clean: str, raw: str, amount: Amount) -> bool:
        """待配的名称够得着这个数。量纲不合而承前合的，名称只是顺口一提：“可问卷算出来是94.6%”。"""
        target = self._target(self._pending[-1])
        if target is not None and not target.keys:
            return True
        last = cues.last_clause(clean)
        real = cues.ACTUALLY.match(last) and joins(last, target)
        near = self._pending[-1].span.end == amount.span.start - len(raw) and not compared(raw)
        near = near and loosely(clean, self._text, amount.span.end)
        if not (real or near or joins(clean, target)):
            return False
        subject = self.subject.keys if self.subject else ()
        if target and subject and not self._fields.fits(target.keys, amount):
            return not self._fields.fits(subject, amount)
        return True

    def _absent(self, amount: Amount, raw: str, rest: list[Label | Amount]) -> int:
        """“没有A和B”：后面紧跟着的各项都是零。"""
        labels = absent(self._text, amount, rest)
        for label in labels:
            self._end = label.span.end
            self._put(Target(label.keys, amount.span.start, label.pair, self._end), amount, raw)
        return len(labels)

    def _named(self, amount: Amount, raw: str, rest: list[Label | Amount]) -> int:
        targets = [target for label in self._pending for target in self._each(label)]
        row = listed(self._text, amount, rest)
        if len(targets) == 1 and (years := years_beside(self._runs, self._pending[-1], amount)):
            return self._year_by_year(targets[0], years, row, raw)
        many = len(targets) > 1
        if many and len(row) == len(targets):
            for target, one in zip(targets, row, strict=True):
                self._put(target, one if one.unit else one._replace(unit=row[-1].unit), raw)
            self._end, self._pending = row[-1].span.end, []
            return len(row) - 1
        if many and (cues.EACH.search(raw) or self._pending[-1].pair):
            keys = tuple(key for target in targets for key in target.keys)
            self._put(Target(keys, targets[0].start, every=True), amount, raw)
        else:
            self._put(targets[-1] if targets else None, amount, raw)
        self._pending = []
        return 0

    def _year_by_year(
        self, target: Target, years: tuple[int, ...], row: list[Amount], raw: str
    ) -> int:
        """“2022年、2023年三公经费分别为A、B”：逐年对号；个数对不上的一个也不收。"""
        if len(row) != len(years):
            self.unbound += row
            years = ()
        for year, one in zip(years, row, strict=False):
            self._put(target, one, raw)
            self.bound[-1] = self.bound[-1]._replace(year=year)
        self._end, self._pending = row[-1].span.end, []
        return len(row) - 1

    def _again(self, amount: Amount, raw: str) -> None:
        """承前：本小句除了数全是虚词。"""
        breaks = [m.end() for m in cues.OPENS.finditer(raw)]
        start = amount.span.start - len(raw) + (breaks[-1] if breaks else 0)
        clause = erase(self._text, start, amount.span.start, self._erased)
        summed = told.several(self.bound[self._first :]) or self._equated is not None
        if cues.TOTAL.match(clause.strip()) and summed:
            self._put(self._target(self._equated) if self._equated else None, amount, raw)
            return
        found = carried(self._fields, self.subject, amount, clause, start)
        if found is None:
            self.unbound.append(amount)
        else:
            self._put(found.target, amount, raw, found.how)

    def _put(self, target: Target | None, amount: Amount, raw: str, how: str = "named") -> None:
        counted = self._fields.counted(target.keys, amount) if target else ()
        if target is not None and counted:
            self.bound.append(Bound(target._replace(keys=counted), amount, how))
            self.subject = target
            return
        if target is None or not (target.keys or target.context):
            self.unbound.append(amount)
            return
        self.bound.append(bound_of(target, amount, how, raw, self._text))
        self.subject, self._changing = target, False

    def _each(self, label: Label) -> list[Target]:
        target = self._target(label)
        if target is None:
            return []
        return [target._replace(keys=(key,)) for key in target.keys] if label.pair else [target]

    def _target(self, label: Label) -> Target | None:
        """口径名所指；只说了收入、支出的，承前定出是哪个口径的。"""
        said = [key for other in reversed(self._pending) for key in other.keys]
        said += self.subject.keys if self.subject else ()
        return target_of(self._text, label, said or self._before)
