"""文字·项目名称：同一个项目前后用了几个名称。"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.checks.dossier import Dossier
from assistant.checks.rule import HINT, rule
from assistant.checks.texts import is_self_evaluation
from assistant.domain.findings import Fault
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.marks import ordinal

_GOAL = re.compile("(?:年度|总体)?绩效目标[：:]|项目(?:概况|内容|实施)[：:]|资金安排[：:]")
_ENDS = ("资金", "项目", "工程", "补助", "补贴", "贴息", "奖补", "奖励", "经费")
_STOP = re.compile("[，。；：、！？（）\\s]")
_HEAD, _LEAST = 4, 7


@rule("TXT407", "project-renamed", HINT)
def project_renamed(dossier: Dossier) -> Iterator[Fault]:
    """同一个项目前后名称不一。

    依据：项目名称以批复为准，全文一个名称，与自评表、汇总表一致；简称取全称的一段，不从中间抽字。
    错例：
        云岭县农业农村局部门整体支出绩效自评报告
        1、高标准农田灌溉设施县级改造资金
        绩效目标：改善灌溉条件。
        按时拨付高标准农田设施改造资金。
    正例：
        云岭县农业农村局部门整体支出绩效自评报告
        1、高标准农田灌溉设施县级改造资金
        绩效目标：改善灌溉条件。
        按时拨付高标准农田灌溉设施县级改造资金，高标准农田灌溉设施改善，高标准农田建设补助到位。
    """
    if not is_self_evaluation(dossier):
        return
    paragraphs = dossier.reading.paragraphs
    names = list(dict.fromkeys(_names(paragraphs)))
    seen: set[str] = set()
    for paragraph in paragraphs if names else ():
        for name in names:
            for at, said in _said(paragraph.flow.text, name):
                meant = [each for each in names if _within(said, each)]
                if meant == [name] and said not in seen:
                    seen.add(said)
                    yield Fault(
                        where=paragraph.flow.span(at, at + len(said)),
                        found=said,
                        expected=name,
                        message=f"这里写“{said}”，前面写“{name}”：是同一个项目的，请统一名称。",
                    )


def _names(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """紧跟着绩效目标的、带编号的小标题。"""
    for one, other in pairwise(paragraphs):
        text = one.flow.text
        mark = ordinal(text)
        if (
            mark is not None
            and _GOAL.match(other.flow.text)
            and not _STOP.search(text, mark.length)
        ):
            name = text[mark.length :].strip("“”")
            if len(name) >= _LEAST:
                yield name


def _said(text: str, name: str) -> Iterator[tuple[int, str]]:
    """与项目名称同样打头、中间抽了字的叫法，连同位置。"""
    at = text.find(name[:_HEAD])
    while at >= 0:
        said = _abridged(_STOP.split(text[at : at + len(name)], maxsplit=1)[0], name)
        if len(said) >= _LEAST and said not in name and name not in text[at:]:
            yield at, said
        at = text.find(name[:_HEAD], at + 1)


def _abridged(said: str, name: str) -> str:
    """打头最长的一截，其中的字依次都在全称里，又以资金、项目之类收尾；没有为空。"""
    end = next((n for n in range(len(said), 0, -1) if _within(said[:n], name)), 0)
    ends = (said[:n] for n in range(end, 0, -1) if said[:n].endswith(_ENDS))
    return next(ends, "")


def _within(said: str, name: str) -> bool:
    rest = iter(name)
    return all(char in rest for char in said)
