"""事实·表格栏目：名单缺栏，资产表有空格，“固定资产”与“资产总额”混说。"""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.dossier import Dossier
from assistant.checks.rule import HINT, rule
from assistant.checks.texts import fault_at, hits, is_self_evaluation
from assistant.domain.findings import Fault, Span
from assistant.reading.tables.grids import Grid

_ASKED = re.compile(r"(?:名单|人员)[^（）\n]{0,12}（([^（）]{4,40})）")
_ASSETS = re.compile(r"资产(?:占用|情况|分布|构成)")
_FIXED = re.compile(r"固定资产(?:占用|情况)?")
_TOTAL = re.compile(r"资产总额|资产合计|资产总计")
_OTHERS = re.compile(r"流动资产|无形资产|在建工程|货币资金|净值")


@rule("FCT112", "roster-lacks-a-column", HINT)
def roster_lacks_a_column(dossier: Dossier) -> Iterator[Fault]:
    """名单的标题要求几项，名单里缺了一栏。

    依据：评价工作组名单须有姓名、工作单位、职务、职称并签字。
    错例：
        六、评价工作组人员名单及签字（姓名、工作单位、职务、职称）
        张三	云岭县水利局	局长
        李四	云岭县水利局	副局长
    正例：
        六、评价工作组人员名单及签字（姓名、工作单位、职务、职称）
        张三	云岭县水利局	局长	工程师
        李四	云岭县水利局	副局长	会计师
    """
    for hit in hits(dossier, _ASKED):
        asked = [each for each in re.split(r"[、，,]", hit.match[1]) if each.strip()]
        rows = _rows_after(dossier, hit.span.end)
        if len(asked) > 2 and rows and max(rows) < len(asked):
            yield fault_at(
                hit,
                f"标题要求{len(asked)}项（{'、'.join(asked)}），名单每行只有{max(rows)}项，请补齐。",
            )


def _rows_after(dossier: Dossier, start: int) -> list[int]:
    """标题之后紧接着的几行各有几格。"""
    found: list[int] = []
    for line in dossier.document.text[start : start + 600].splitlines()[:12]:
        cells = line.split()
        if len(cells) > 1:
            found.append(len(cells))
        elif cells and found:
            break
    return found


@rule("FCT113", "blank-asset-cells", HINT)
def blank_asset_cells(dossier: Dossier) -> Iterator[Fault]:
    """资产表里有空着的格。

    依据：空着不等于零；没有的写0，有而未填的补上。
    错例：
        固定资产占用情况表
        单位：万元
        项目	数量	价值
        资产总额		45.37
        1、房屋
        2、车辆	1	18.70
        3、其他固定资产		26.67
    正例：
        固定资产占用情况表
        单位：万元
        项目	数量	价值
        资产总额	1	45.37
        1、房屋	0	0.00
        2、车辆	1	18.70
        3、其他固定资产	0	26.67
    """
    if not is_self_evaluation(dossier) and not _asset_grids(dossier):
        return
    for grid in _asset_grids(dossier):
        blank = [e for e in grid.entries if not e.values and e.label and not e.is_total]
        if blank and any(e.values for e in grid.entries):
            names = "、".join(f"“{e.label}”" for e in blank[:4])
            yield Fault(
                where=blank[0].span,
                found=dossier.document.quote(blank[0].span),
                message=f"资产表里{names}空着：没有的写0，有的补上数量和价值。",
            )


def _asset_grids(dossier: Dossier) -> Sequence[Grid]:
    return [g for g in dossier.reading.tables if _ASSETS.search(g.caption or g.head[:40])]


@rule("FCT114", "fixed-assets-called-total", HINT)
def fixed_assets_called_total(dossier: Dossier) -> Iterator[Fault]:
    """固定资产表里的合计写成了“资产总额”。

    依据：资产总额还含流动资产、无形资产等；只列固定资产的，合计应写“固定资产合计”。
    错例：
        固定资产占用情况表
        单位：万元
        项目	价值
        资产总额	45.37
        1、车辆	18.70
        2、其他固定资产	26.67
    正例：
        固定资产占用情况表
        单位：万元
        项目	价值
        固定资产合计	45.37
        1、车辆	18.70
        2、其他固定资产	26.67
    """
    for grid in dossier.reading.tables:
        names = "".join(entry.label for entry in grid.entries)
        if not _FIXED.search(grid.caption or grid.head[:40]) or _OTHERS.search(names):
            continue
        for entry in grid.entries:
            if entry.values and (found := _TOTAL.match(entry.label)):
                yield Fault(
                    where=Span(entry.span.start, entry.span.end),
                    found=found.group(),
                    message=f"表里只有固定资产，合计却写“{found.group()}”：请改为“固定资产合计”，"
                    "或补上流动资产、无形资产等，并写明是原值还是净值。",
                )
