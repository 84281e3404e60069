"""评测的结果：一个用例一行，末了一行合计。"""

from collections.abc import Sequence
from typing import NamedTuple


class Result(NamedTuple):
    """一个用例的结果。

    quoted    引文属实的条数和总条数（turn）；核对得过的句数和总句数（answer）
    obeyed    一次就守规矩：没有裸数、占位符没错、没有编的
    repaired  改过一次才守规矩；fell_back 两次都不行，用大纲自带的文字（或不采用）
    found、wrong、expected  找到、记错、应有的事实数（turn）；
              说到的几处、答不了却说了的几句、应说到的几处（answer）
    unanswered 服务没有答成（连不上、密钥不对、答得不成样子），另计
    note      没有守规矩的第一条缘由
    """

    name: str
    quoted: tuple[int, int] = (0, 0)
    obeyed: bool = False
    repaired: bool = False
    fell_back: bool = False
    found: int = 0
    wrong: int = 0
    expected: int = 0
    seconds: float = 0
    tokens_in: int = 0
    tokens_out: int = 0
    unanswered: bool = False
    note: str = ""


def total(results: Sequence[Result]) -> dict[str, float | str]:
    """合计：各项占比和均值。"""
    count = max(len(results), 1)
    quoted, quotes = (sum(r.quoted[i] for r in results) for i in (0, 1))
    return {
        "用例": len(results),
        "引文属实": f"{quoted}/{quotes}",
        "一次守规矩": sum(r.obeyed for r in results),
        "改过一次": sum(r.repaired for r in results),
        "退回": sum(r.fell_back and not r.unanswered for r in results),
        "没有答成": sum(r.unanswered for r in results),
        "找到的事实": f"{sum(r.found for r in results)}/{sum(r.expected for r in results)}",
        "记错": sum(r.wrong for r in results),
        "平均秒": round(sum(r.seconds for r in results) / count, 2),
        "平均入": round(sum(r.tokens_in for r in results) / count),
        "平均出": round(sum(r.tokens_out for r in results) / count),
    }


_HEAD = "用例 引文属实 守规矩 找到/应有 记错 秒 入 出 缘由".split()


def table(results: Sequence[Result]) -> str:
    """给人看的表。"""
    rows = [_HEAD, ["---"] * len(_HEAD), *(_cells(result) for result in results)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    summary = "；".join(f"{name} {value}" for name, value in total(results).items())
    return "\n".join([*lines, "", f"合计：{summary}。"])


def _cells(result: Result) -> list[str]:
    quoted = f"{result.quoted[0]}/{result.quoted[1]}" if result.quoted[1] else "—"
    found = f"{result.found}/{result.expected}" if result.expected or result.wrong else "—"
    return [
        result.name,
        quoted,
        _how(result),
        found,
        str(result.wrong),
        f"{result.seconds:.1f}",
        str(result.tokens_in),
        str(result.tokens_out),
        result.note,
    ]


def _how(result: Result) -> str:
    if result.unanswered:
        return "没有答成"
    if result.obeyed or result.repaired:
        return "一次" if result.obeyed else "改过一次"
    return "退回" if result.fell_back else "没守"
