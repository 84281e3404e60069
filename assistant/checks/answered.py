"""文字·问题与措施：说了几个问题，就该有几条措施逐一回应。"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.checks.dossier import Dossier
from assistant.checks.rule import HINT, rule
from assistant.checks.texts import is_self_evaluation
from assistant.domain.findings import Fault
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.marks import ordinal
from assistant.reading.text.numerals import hanzi

_PROBLEMS = re.compile("[^，。；]{0,12}(?:问题|不足)[^，。；]{0,8}")
_MEASURES = re.compile("[^，。；]{0,12}(?:措施|建议|打算|对策)[^，。；]{0,8}")
_INLINE = re.compile("(?:^|(?<=[。；，：]))([一二三四五六七八九十])是(?![的否])")
_HEADINGS = ("一、", "（一）")


@rule("EVD104", "problems-unanswered", HINT)
def problems_unanswered(dossier: Dossier) -> Iterator[Fault]:
    """改进措施的条数比问题少，有的问题没有回应。

    依据：抽查复核看建议够不够回应问题：每个问题都要有改进措施。
    错例：
        云岭县水利局部门整体支出绩效自评报告
        四、存在的问题
        一是预算编制不细。
        二是资金支付偏慢。
        三是资产管理不严。
        五、改进措施
        一是细化预算编制。
        二是加快资金支付。
    正例：
        云岭县水利局部门整体支出绩效自评报告
        四、存在的问题
        一是预算编制不细；二是资金支付偏慢。
        五、改进措施
        一是细化预算编制；二是加快资金支付；三是加强培训。

        云岭县水利局部门整体支出绩效自评报告
        全文没有小标题，一段说完。
    """
    if not is_self_evaluation(dossier):
        return
    sections = list(_sections(dossier.reading.paragraphs))
    for (problem, told), (measure, answers) in pairwise(sections):
        if not (_PROBLEMS.fullmatch(_title(problem)) and _MEASURES.fullmatch(_title(measure))):
            continue
        asked, answered = _count(told), _count(answers)
        if asked > answered > 1:
            yield Fault(
                where=measure.flow.span(0, len(measure.flow.text)),
                found=measure.flow.text,
                message=f"前面说了{asked}个问题，这里只有{answered}条措施：请逐条对应，补上没有回应的。",
            )


def _sections(
    paragraphs: Sequence[Paragraph],
) -> Iterator[tuple[Paragraph, Sequence[Paragraph]]]:
    """各个小标题和它管着的各段。"""
    heads = [n for n, each in enumerate(paragraphs) if _is_heading(each)]
    for at, end in pairwise([*heads, len(paragraphs)]):
        yield paragraphs[at], paragraphs[at + 1 : end]


def _is_heading(paragraph: Paragraph) -> bool:
    mark = ordinal(paragraph.flow.text)
    told = _title(paragraph)
    named = _PROBLEMS.fullmatch(told) or _MEASURES.fullmatch(told)
    return mark is not None and mark.style in _HEADINGS and (mark.style == "一、" or bool(named))


def _title(paragraph: Paragraph) -> str:
    mark = ordinal(paragraph.flow.text)
    return paragraph.flow.text[mark.length if mark else 0 :]


def _count(section: Sequence[Paragraph]) -> int:
    """一节里列了几条：“几是”的末一个，或带编号的段数。"""
    inline = [int(hanzi(m[1]) or 0) for each in section for m in _INLINE.finditer(each.flow.text)]
    marks = [mark for each in section if (mark := ordinal(each.flow.text)) is not None]
    first = next((mark.style for mark in marks if mark.style != "一是"), "")
    return max([0, *inline]) if inline else sum(mark.style == first for mark in marks)
