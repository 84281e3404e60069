"""规则目录：全部规则按类印成一页，docs/rules.md 就是它。"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from assistant.checks.forms.rule import Rule as FormRule
from assistant.checks.rule import Rule
from assistant.domain.findings import Severity

_FAMILIES = {
    "EVD": "佐证：说了的方法和成效有没有事实",
    "FCT": "事实：应有而无、日期和年度",
    "FIG": "数字：增减、比率、合计、两处是否一致",
    "LAW": "依据：法规、文号、条款",
    "SCR": "得分：等级、分档、平均；2 起为自评表和汇总表",
    "TXT": "文字：语病、编号、标点、名称、个人信息",
}
_HEAD = """# 规则目录

由 `jigao explain` 生成，测试保证与程序一致；改规则的说明改它函数里的文档。
**必改**是仅凭文件本身就能断定的矛盾，不改不能导出；**存疑**多半有误或缺少应有的事实；**提示**是体例。
FIG、SCR 的必改只能改正，别的必改可由具名人员说明理由后接受。全部例文：`jigao explain FIG103`。
例文里“台账：”下面是填写时确认过的事实，“成文：”下面是报告里的话。

共 {count} 条：必改 {must}，存疑 {doubt}，提示 {hint}。
"""


Described = Rule | FormRule[Any]


def catalogue(rules: Iterable[Described]) -> str:
    """全部规则的一页说明。"""
    ordered = sorted(rules, key=lambda rule: rule.code)
    return "\n".join([_head(ordered), *_sections(ordered)]).rstrip() + "\n"


def reading_examples(rule: Described) -> str:
    """例文怎么读；一望即知的为空。"""
    if isinstance(rule, FormRule):
        return (
            "例文是一份填得对的虚构的表，只把下列各格改成所写的，写作“哪一行.哪一栏 = 改成什么”。"
        )
    if any(example.startswith("台账：") for example in rule.wrong):
        return "例文里“台账：”下面是填写时确认过的事实，“成文：”下面是报告里的话。"
    return ""


def _head(rules: Sequence[Described]) -> str:
    of = {severity: sum(rule.severity is severity for rule in rules) for severity in Severity}
    return _HEAD.format(
        count=len(rules),
        must=of[Severity.MUST],
        doubt=of[Severity.DOUBT],
        hint=of[Severity.HINT],
    )


def _sections(rules: Sequence[Described]) -> Iterator[str]:
    for family, group in groupby(rules, key=lambda rule: rule.code[:3]):
        yield f"## {_FAMILIES[family]}\n"
        told = ""
        for rule in group:
            if isinstance(rule, FormRule) and not told:
                told = reading_examples(rule)
                yield f"以下是自评表、汇总表的规则，{told}\n"
            yield from _entry(rule)


def _entry(rule: Described) -> Iterator[str]:
    yield f"### {rule.code} {rule.words}\n"
    yield f"{rule.severity.value}　`{rule.name}`　依据：{rule.basis}\n"
    yield f"错例：\n\n```\n{rule.wrong[0]}\n```\n"
    yield f"正例：\n\n```\n{rule.right[0]}\n```\n"
