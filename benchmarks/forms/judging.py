"""拿 jigao score 的结果与应有的比：得分、执行率、问题的单元格，记数并说出不同处。"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from benchmarks.forms.content import Content
from benchmarks.forms.files import Placed
from benchmarks.forms.planting import Groups
from benchmarks.forms.template import Layout

Json = dict[str, Any]
LEVELS = ("必改", "存疑", "提示")


class Job(NamedTuple):
    """一份表：版式、内容、埋的毛病（空为没有）、应报的各组名称。"""

    layout: Layout
    made: Content
    fault: str = ""
    groups: Groups = ()


class Verdict(NamedTuple):
    """一份表的对错。counts 累计用，said 是不同之处。"""

    counts: Counter[str]
    said: tuple[str, ...]


def judge(job: Job, place: Placed, form: Json | None) -> Verdict:
    """比一份。找不到这份表的，全算错。"""
    counts: Counter[str] = Counter(份数=1, 指标=len(job.made.rows), 毛病=len(job.groups))
    if form is None:
        counts["漏读"] += 1
        return Verdict(counts, ("没有读出这份表",))
    said = [*_points(job, form, counts), *_faults(job, place, form, counts)]
    return Verdict(counts, tuple(said))


def _points(job: Job, form: Json, counts: Counter[str]) -> Iterator[str]:
    rows, read = job.made.rows, form["indicators"]
    if len(read) != len(rows):
        yield f"读出{len(read)}个指标，应为{len(rows)}个"
    for row, one in zip(rows, read, strict=False):
        if job.fault == "分值空白" or _same(one["points"], row.points):
            counts["指标对"] += 1
        else:
            yield f"{row.name}得{one['points']}，应为{row.points}（{row.target}；{row.actual}）"
    points = (form["execution"] or {}).get("points")
    if _same(points, job.made.true_points):
        counts["执行率对"] += 1
    else:
        yield f"执行率得分{points}，应为{job.made.true_points}"


def _same(read: str | None, right: Decimal | None) -> bool:
    return (read is None) == (right is None) and Decimal(read or 0) == (right or Decimal(0))


def _faults(job: Job, place: Placed, form: Json, counts: Counter[str]) -> Iterator[str]:
    named = {fault["cell"]: fault for fault in form["faults"]}
    wanted: set[str] = set()
    for group in job.groups:
        cells = {place.cells[key] for key in group if key in place.cells}
        wanted |= cells
        if cells & set(named):
            counts["找到"] += 1
        else:
            yield f"漏报{'、'.join(sorted(cells))}"
    for cell in sorted(set(named) - wanted - _follows(job, place)):
        fault = named[cell]
        counts[f"多报{fault['severity']}"] += 1
        yield f"多报{fault['severity']}{cell}：{fault['message']}"


def _follows(job: Job, place: Placed) -> set[str]:
    """由埋的毛病引起、报不报都对的：真得分换了等级。"""
    made = job.made
    if made.printed_grade_follows:
        return set()
    return {place.cells[key] for key in ("grade",) if key in place.cells}
