"""文字·小标题：带编号的小标题与正文连写，没有句号、冒号，也没有另起一行。"""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.dossier import Dossier
from assistant.checks.rule import HINT, rule
from assistant.domain.findings import Fault
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.marks import ordinal

_TOLD = re.compile(
    r"([\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8})+)[\d一二两三四五六七八九十]+个"
)
_FRONT = re.compile(r"^.*?(?:包括|分为|分|包含|按照?|有|经过)(?=[\u4e00-\u9fff]{2})")
_BODY = re.compile(r"[\u4e00-\u9fff]")
_LINKED = re.compile("^(?:阶段|环节|方面|步骤|工作|和|与|及|的|等|情况)")
_LEAST = 10
_NEAR = 8


@rule("TXT205", "run-in-heading", HINT)
def run_in_heading(dossier: Dossier) -> Iterator[Fault]:
    """带编号的小标题与正文连写在一起。

    依据：GB/T 9704：小标题自成一行；与正文同行的，标题后用句号。前面列了各阶段名的，那就是小标题。
    错例：
        清查工作包括登记造册、入户核对、汇总上报三个阶段。
        1、登记造册由各村填写清册，逐户列明面积和四至。
        2、入户核对两人一组上门，对照清册查看原件。
        3、汇总上报镇里合并各村的清册，报县局备案。
    正例：
        清查工作包括登记造册、入户核对、汇总上报三个阶段。
        1、登记造册。由各村填写清册，逐户列明面积和四至。
        2、入户核对
        两人一组上门，对照清册查看原件。
        3、汇总上报阶段，镇里合并各村的清册，报县局备案。
    """
    paragraphs = dossier.reading.paragraphs
    for at, paragraph in enumerate(paragraphs):
        for told in _TOLD.finditer(paragraph.flow.text) if "、" in paragraph.flow.text else ():
            names = [_FRONT.sub("", name) for name in told[1].split("、")]
            below = paragraphs[at + 1 : at + 1 + _NEAR * len(names)]
            for each, length in _run_in(below, names):
                title = each.flow.text[:length]
                yield Fault(
                    where=each.flow.span(0, length),
                    found=title,
                    message=f"“{title}”是小标题，却与正文连写：请在后面加句号，或让正文另起一行。",
                )


def _run_in(below: Sequence[Paragraph], names: Sequence[str]) -> Iterator[tuple[Paragraph, int]]:
    """依次以各个名称打头的编号段里连写的，和小标题连同编号的字数。"""
    rows = [(each, mark) for each in below if (mark := ordinal(each.flow.text)) is not None]
    for number, name in enumerate(names, 1):
        for each, mark in rows:
            text, end = each.flow.text, mark.length + len(name)
            if mark.number == number and text.startswith(name, mark.length):
                joined = _BODY.match(text, end) and not _LINKED.match(text[end:])
                apart = joined and each.flow.span(end - 1, end + 1)
                if apart and apart.end - apart.start == 2 and len(text) - end > _LEAST:
                    yield each, end
                break
