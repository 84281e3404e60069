"""会诊：一处错牵动几条断言，指出是哪一格、怎么错的，而且只报一次。"""

from assistant.domain.document import plain
from assistant.domain.statements import Statement, Verdict
from assistant.reading.reading import read
from tests.reading.tables.reports import tabbed

TABLE = """单位：万元
|项目|年初预算数|全年预算数|全年执行数|执行率|
|道路养护|80.00|100.00|93.58|93.58%|
|桥梁加固|50.00|50.00|45.50|91.00%|
|隧道照明|20.00|30.00|28.12|93.73%|
|合计|150.00|180.00|167.20|92.89%|
"""


def said(text: str) -> list[str]:
    """报出来的各处：错因、错格、疑为。"""
    document = plain("a.txt", tabbed(text))
    found = [s for s in read(document).statements if s.verdict is Verdict.INCONSISTENT]
    return [_line(document.text, each) for each in found if not each.echo]


def _line(text: str, each: Statement) -> str:
    culprit = each.culprit or each.stated
    where = text[culprit.span.start : culprit.span.end]
    return f"{each.cause.value} {where} {each.mended or each.expected}"


def test_the_cell_that_two_sums_point_at_is_named() -> None:
    assert said(TABLE.replace("93.58|", "95.38|")) == ["数字换位或漏位 95.38 93.58万元"]


def test_two_rows_that_changed_places() -> None:
    text = TABLE.replace("93.58|", "X|").replace("45.50|", "93.58|").replace("X|", "45.50|")
    assert said(text) == ["串行 45.50 93.58万元"]


def test_budget_and_spending_that_changed_places() -> None:
    text = TABLE.replace("|100.00|93.58|", "|93.58|100.00|")
    assert said(text) == ["串列 100.00 93.58万元"]


def test_a_rate_on_the_opening_budget() -> None:
    assert said(TABLE.replace("93.58%", "116.98%")) == ["分母用错 116.98% 93.58%"]


def test_a_row_left_out() -> None:
    text = "\n".join(line for line in TABLE.splitlines() if "隧道" not in line)
    assert said(text) == ["漏项 150.00 130.00万元"]


def test_a_total_that_was_not_brought_up_to_date() -> None:
    text = TABLE.replace("|合计|150.00|", "|合计|130.00|")
    assert said(text) == ["合计未更新 130.00 150.00万元"]


def test_an_amount_filled_in_another_unit() -> None:
    text = TABLE.replace("|100.00|93.58|", "|100.00|935800.00|")
    assert said(text) == ["元与万元差一万倍 935800.00 935800.00元"]


def test_a_growth_rate_on_this_year() -> None:
    text = """单位：万元
    |项目|本年数|上年数|增减额|增减率|
    |教育支出|120.00|100.00|20.00|16.67%|
    |科学支出|60.00|50.00|10.00|20.00%|
    |合计|180.00|150.00|30.00|20.00%|
    """
    assert said(text) == ["以本年数为基数 16.67% 20.00%"]


def test_last_year_copied_into_this_year() -> None:
    text = """单位：万元
    |项目|本年数|上年数|增减额|增减率|
    |教育支出|100.00|100.00|20.00|20.00%|
    |科学支出|60.00|50.00|10.00|20.00%|
    |合计|180.00|150.00|30.00|20.00%|
    """
    assert said(text) == ["上年数照抄 100.00 120.00万元"]


def test_a_rate_cut_short() -> None:
    text = """单位：万元
    |项目|全年预算数|全年执行数|执行率|
    |道路养护|3000.00|2000.00|66.66%|
    |桥梁加固|5000.00|4500.00|90.00%|
    |合计|8000.00|6500.00|81.25%|
    """
    assert said(text) == ["截尾 66.66% 66.67%"]
