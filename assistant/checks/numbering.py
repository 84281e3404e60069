"""文字·编号：一是二是、（一）（二）、1. 2. 有没有断号、重号、漏号。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, rule
from assistant.domain.findings import Fault, Span
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.marks import ordinal
from assistant.reading.text.numerals import hanzi

_OPENING = 4
_LABEL = re.compile("[^，。；]{2,10}：")
_INLINE = re.compile(r"(?<=[。；，：])([一二三四五六七八九十])是(?!的|否)")


class Numbered(NamedTuple):
    """一个带编号的段落；length 是编号占的字数。"""

    style: str
    number: int
    paragraph: Paragraph
    length: int

    @property
    def span(self) -> Span:
        """编号在原文的位置。"""
        return self.paragraph.flow.span(0, self.length)


def numbered(paragraph: Paragraph) -> Numbered | None:
    """段首的编号；没有返回 None。"""
    mark = ordinal(paragraph.flow.text)
    if mark is None:
        return None
    return Numbered(mark.style, mark.number, paragraph, mark.length)


@rule("TXT201", "unnumbered-item", DOUBT)
def unnumbered_item(dossier: Dossier) -> Iterator[Fault]:
    """“一是”“二是”的各段中间夹着一段没有编号。

    依据：同级各项应连续编号；夹着的一段多半漏了编号，使项数不对。
    错例：
        一是抓认定。
        二是抓平台。
        强化研发平台建设，提升创新能力。
        三是抓培训。
    正例：
        一是抓认定。
        二是抓平台。
        三是抓培训。
        以上各项均已完成。

        一是工业低位运行，全区规模以上工业产值下降。
        规模以上工业中，电子产品业产值增长。
        二是消费市场畅旺。
    """
    last: Numbered | None = None
    between: list[Paragraph] = []
    for paragraph in dossier.reading.paragraphs:
        here = numbered(paragraph)
        if here is None:
            between.append(paragraph)
            continue
        follows = last and here.style == last.style == "一是" and here.number == last.number + 1
        if last and follows and len(between) == 1 and not _carries_on(last, between[0]):
            yield _unnumbered(between[0], last, here)
        last, between = here, []


def _carries_on(item: Numbered, paragraph: Paragraph) -> bool:
    """接着说上一项：开头的几个字（规模以上工业）上一项里就有。"""
    return paragraph.flow.text[:_OPENING] in item.paragraph.flow.text


def _unnumbered(paragraph: Paragraph, before: Numbered, after: Numbered) -> Fault:
    text = paragraph.flow.text
    where = paragraph.flow.span(0, min(len(text), 20))
    return Fault(
        where=where,
        found=text[:20],
        message=f"这一段夹在“{_ordinal(before)}”和“{_ordinal(after)}”之间却没有编号："
        "单列的应补编号并顺延以后各项，属于上一项的应并入上一段。",
    )


def _ordinal(item: Numbered) -> str:
    text = item.paragraph.flow.text
    return text[: text.index("是") + 1]


@rule("TXT202", "numbering-gap", DOUBT)
def numbering_gap(dossier: Dossier) -> Iterator[Fault]:
    """同级编号有断号或重号。

    依据：GB/T 9704 结构层次序数应连续。
    错例：
        （一）加强领导。
        （二）落实责任。
        （四）强化监督。

        一是抓认定。
        二是抓平台。
        二是抓培训。
    正例：
        （一）加强领导。
        1.建立机制。
        2.明确分工。
        （二）落实责任。
        1.分解任务。
        （三）强化监督。
    """
    open_: dict[str, list[Numbered]] = {}
    for paragraph in dossier.reading.paragraphs:
        here = numbered(paragraph)
        if here is None:
            continue
        for style in _below(here.style):
            open_.pop(style, None)
        levels = open_.setdefault(here.style, [])
        if here.number != 1 and levels:
            depth = _continued(levels, here.number)
            if depth is None:
                yield _gap(levels[-1], here)
                depth = len(levels) - 1
            del levels[depth:]
        levels.append(_to_the_last(here))


def _to_the_last(item: Numbered) -> Numbered:
    """“一是……；二是……”写在一段里的，下一段接着末一项编。"""
    if item.style != "一是":
        return item
    inline = [int(hanzi(m[1]) or 0) for m in _INLINE.finditer("：" + item.paragraph.flow.text)]
    runs = inline == [*range(item.number, item.number + len(inline))]
    return item._replace(number=inline[-1]) if runs and inline else item


def _continued(levels: list[Numbered], number: int) -> int | None:
    """接着哪一层编的号；同一种编号可以套着用，由里往外找。"""
    depths = range(len(levels) - 1, -1, -1)
    return next((d for d in depths if levels[d].number == number - 1), None)


def _below(style: str) -> list[str]:
    """上一级编号出现后，下级重新编号。"""
    order = ["一、", "（一）", "1.", "（1）"]
    return [*order[order.index(style) + 1 :], "一是"] if style in order else []


def _gap(before: Numbered, here: Numbered) -> Fault:
    what = "重号" if here.number == before.number else "断号"
    found = here.paragraph.flow.text[:12]
    return Fault(
        where=here.span,
        found=found,
        message=f"编号{what}：上一项是第{before.number}项，这里写成第{here.number}项，请核对编号和内容。",
    )


@rule("TXT203", "inline-ordinals", DOUBT)
def inline_ordinals(dossier: Dossier) -> Iterator[Fault]:
    """一段之内“一是……二是……”断号或重号。

    依据：列举的序数应连续。
    错例：
        采取三项措施，一是加强领导；二是明确责任；四是严格考核。
    正例：
        采取三项措施，一是加强领导；二是明确责任；三是严格考核。
    """
    for paragraph in dossier.reading.paragraphs:
        last = 0
        if "是" not in paragraph.flow.text:
            continue
        for match in _INLINE.finditer("：" + paragraph.flow.text):
            number = int(hanzi(match[1]) or 0)
            if last and number not in (1, last + 1):
                span = paragraph.flow.span(match.start() - 1, match.end() - 1)
                yield Fault(
                    where=span,
                    found=match.group(),
                    message=f"“{match.group()}”前面是第{last}项，编号不连续，请核对有无漏项。",
                )
            last = number


@rule("TXT204", "nested-same-style", HINT)
def nested_same_style(dossier: Dossier) -> Iterator[Fault]:
    """上下两级用了同一种编号。

    依据：GB/T 9704：层次序数依次为“一、”“（一）”“1.”“（1）”。
    错例：
        2、分项绩效目标
        1、企业奖补
        绩效目标：支持企业创新。
        2、贷款贴息

        （一）部门概况
        部门职责：
        （一）拟订发展规划。
    正例：
        2.分项绩效目标
        （1）企业奖补
        绩效目标：支持企业创新。
        （2）贷款贴息
    """
    last: Numbered | None = None
    for paragraph in dossier.reading.paragraphs:
        here = numbered(paragraph)
        if here is None:
            last = last if _LABEL.fullmatch(paragraph.flow.text) else None
            continue
        if last and here.style == last.style != "一是" and here.number == 1:
            yield Fault(
                where=here.span,
                found=here.paragraph.flow.text[:16],
                message=f"“{here.paragraph.flow.text[:12]}”是上一行“{last.paragraph.flow.text[:12]}”"
                "的下一级，却用了同一种编号，应换成下一级的编号。",
            )
        last = here
