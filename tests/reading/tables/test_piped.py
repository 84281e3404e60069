"""文本文件里的竖线表；折成两行的制表符行、竖线行。"""

from assistant.domain.document import plain
from assistant.domain.statements import Verdict
from assistant.reading.reading import read
from tests.reading.tables.reports import wrong as tabbed_wrong

PIPES = """支出对比（单位：万元）
| 科目 | 本年决算 | 上年决算 | 增减额 |
|---|---|---|---|
| 教育支出 | 82.63 | 105.80 | -23.17 |
| 卫生健康支出 | 280.87 | 196.14 | {} |
| 合计 | 363.50 | 301.94 | 61.56 |
"""


def wrong(text: str) -> int:
    return sum(s.verdict is Verdict.INCONSISTENT for s in read(plain("a.txt", text)).statements)


def test_bars_make_a_table() -> None:
    assert wrong(PIPES.format("84.73")) == 0
    assert wrong(PIPES.format("84.37"))


def test_a_row_broken_before_its_last_bar_is_one_row() -> None:
    assert wrong(PIPES.format("84.73").replace("-23.17 |", "-23.17\n |")) == 0


def test_a_tabbed_row_broken_in_two_is_one_row() -> None:
    said = (
        "单位：万元\n项目\t内容\t预算数\t执行数\t执行率\n食品抽检\t检查\t468.18\t358.16\t76.50%\n"
        "智慧平台\t运维\t782.97\t\n635.02\t81.10%\n合计\t\t1251.15\t993.18\t79.38%\n"
    )
    assert tabbed_wrong(said) == []
