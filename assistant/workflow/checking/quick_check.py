"""只帮我查查：一份写好的文件，不问来历，查完摆成一页能看的东西。"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from assistant.checks.registry import BY_CODE
from assistant.domain.checked import CheckResult
from assistant.domain.document import Document
from assistant.domain.findings import Finding, Severity, Span, Waiver
from assistant.domain.statements import FigureStatus, Statement, Verdict
from assistant.workflow.checking.handing_over import Checked
from assistant.workflow.checking.inspecting import Order, Upload, inspect
from assistant.workflow.desk import CheckDesk

_STOP = re.compile(r"[。！？；\n]")
_REACH = 160
_VERDICTS = {
    Verdict.CONSISTENT: "相符",
    Verdict.INCONSISTENT: "不符",
    Verdict.UNVERIFIABLE: "无从验算",
}


class Mark(NamedTuple):
    """句中的一截。kind：空是平常文字，figure 是参与验算的数，fault 是被指的地方。"""

    text: str
    kind: str = ""


class Sum(NamedTuple):
    """一条算式和它用到的数。agrees：相符、不符、无从验算；expected 是应有的写法。"""

    formula: str
    operands: tuple[str, ...]
    stated: str
    agrees: str
    expected: str

    @property
    def line(self) -> str:
        """一行说明。"""
        wanted = f"，应为 {self.expected}" if self.expected and self.agrees == "不符" else ""
        used = f"（{'、'.join(self.operands)}）" if self.operands else ""
        return f"{self.formula}{used}，文中写 {self.stated}：{self.agrees}{wanted}"


class Shown(NamedTuple):
    """一条问题：所在位置、所在的句子、有关的算式；rule 是规则的一句话和依据。"""

    finding: Finding
    place: str
    sentence: tuple[Mark, ...]
    sums: tuple[Sum, ...]

    @property
    def rule(self) -> str:
        """凭哪条规则、什么依据。"""
        rule = BY_CODE[self.finding.code]
        return f"{rule.code}　{rule.words}依据：{rule.basis}"


class Unchecked(NamedTuple):
    """一个无从核对的数。"""

    text: str
    place: str
    around: str


class QuickCheck(NamedTuple):
    """一页所要的全部。at 是查的时刻，印在文书上。"""

    upload: Upload
    order: Order
    at: datetime
    result: CheckResult
    shown: tuple[Shown, ...]
    unchecked: tuple[Unchecked, ...]

    def of(self, severity: Severity) -> tuple[Shown, ...]:
        """某种程度的问题。"""
        return tuple(each for each in self.shown if each.finding.severity is severity)

    def checked(self, accepted: Sequence[Waiver]) -> Checked:
        """交出文书所要的。"""
        locality, year, _ = self.order
        return Checked(self.upload.content, self.result, locality, year, self.at, accepted)


def quick_check(desk: CheckDesk, upload: Upload, locality: str, year: int | None) -> QuickCheck:
    """查一份文件；读不了、超时都抛 JigaoError。"""
    order = Order(desk.catalogue.locality(locality), year)
    result = inspect(desk, order, upload)
    return QuickCheck(
        upload,
        order,
        desk.clock.now(),
        result,
        tuple(_shown(result, finding) for finding in result.findings),
        tuple(_unchecked(result)),
    )


def _shown(result: CheckResult, finding: Finding) -> Shown:
    where = finding.fault.where
    if where is None:
        return Shown(finding, "全文", (), ())
    touching = [each for each in result.statements if _overlap(each.stated.span, where)]
    touching = touching or [each for each in result.statements if _overlap(each.span, where)]
    return Shown(
        finding,
        result.document.place(where.start),
        marked(result.document, where, touching),
        tuple(_sum(each) for each in touching if each.formula),
    )


def _sum(each: Statement) -> Sum:
    return Sum(
        each.formula,
        tuple(str(operand.quantity) for operand in each.operands),
        str(each.stated.quantity),
        _VERDICTS[each.verdict],
        each.expected,
    )


def marked(document: Document, where: Span, statements: Sequence[Statement]) -> tuple[Mark, ...]:
    """所在的句子，标出被指的地方和参与验算的数。"""
    start = min([where.start, *(s.span.start for s in statements)])
    end = max([where.end, *(s.span.end for s in statements)])
    sentence = _sentence(document.text, Span(start, end))
    figures = [item.span for s in statements for item in (*s.operands, s.stated)]
    kinds = [""] * (sentence.end - sentence.start)
    for spans, kind in ((figures, "figure"), ([where], "fault")):
        for span in spans:
            for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
                kinds[at - sentence.start] = kind
    return tuple(_runs(document.quote(sentence), kinds))


def _runs(text: str, kinds: Sequence[str]) -> Iterator[Mark]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or kinds[at] != kinds[start]:
            yield Mark(text[start:at], kinds[start])
            start = at


def _sentence(text: str, span: Span) -> Span:
    """往两边到句末标点或换行为止，最多各 160 字；太长的问题只取开头。"""
    before = text[max(0, span.start - _REACH) : span.start]
    stops = [found.end() for found in _STOP.finditer(before)]
    start = span.start - len(before) + (stops[-1] if stops else 0)
    end = min(span.end, span.start + 4 * _REACH)
    after = _STOP.search(text, end, end + _REACH)
    return Span(start, after.end() if after else min(len(text), end + _REACH))


def _unchecked(result: CheckResult) -> Iterator[Unchecked]:
    document = result.document
    for figure in result.figures:
        if figure.status is FigureStatus.UNCHECKED:
            span = figure.mention.span
            around = document.text[max(0, span.start - 20) : span.end + 20]
            place = document.place(span.start)
            yield Unchecked(document.quote(span), place, "".join(around.split()))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
