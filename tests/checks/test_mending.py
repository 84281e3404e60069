"""改好的句子：只印那一句，与“应为”一致；表里的格没有句子。"""

from assistant.domain.document import Block, BlockKind, Document, plain
from assistant.domain.findings import Fault, Span
from assistant.workflow.checking.checking import check
from tests.checks.localities import NATIONAL

HEADING = "二、预算执行情况"


def faults(document: Document) -> list[Fault]:
    """数的毛病。"""
    found = check(document, NATIONAL).findings
    return [each.fault for each in found if each.code.startswith("FIG")]


def test_the_heading_above_is_no_part_of_the_sentence() -> None:
    wrong = "2023年年初预算收入560.00万元，较上年增加60.00万元，增长10.7%。"
    text = f"{HEADING}\n{wrong}\n三、存在问题\n编制不细。\n"
    (fault,) = faults(plain("a.txt", text))
    assert fault.suggestion == wrong.replace("10.7%", "12.0%")


def test_the_sentence_agrees_with_what_ought_to_stand() -> None:
    text = "全年预算数600.00万元，执行数552.00万元，预算执行率92.5%。\n"
    (fault,) = faults(plain("a.txt", text))
    assert (fault.expected, fault.suggestion) == ("92.0%", text.strip().replace("92.5", "92.0"))


def test_a_cell_of_a_table_has_no_sentence() -> None:
    text = "项目\t决算数（万元）\n基本支出\t310.00\n项目支出\t205.00\n合计\t525.00\n下面是说明。\n"
    (fault,) = faults(plain("a.txt", text))
    assert (fault.expected, fault.suggestion) == ("515.00万元", "")


def test_two_places_that_ought_to_agree_say_where_the_other_is() -> None:
    table = "项目\t决算数（万元）\n农村公路养护支出\t331.00\n路灯维护支出\t20.00\n合计\t351.00\n"
    (fault,) = faults(plain("a.txt", f"农村公路养护支出313.00万元。\n{table}"))
    assert fault.message.startswith("这里写313.00万元，另一处（第3行）写331.00万元，两处应当相同")


def test_a_place_nobody_knows_is_left_out() -> None:
    table = "项目\t决算数（万元）\n农村公路养护支出\t331.00\n合计\t331.00\n"
    text = f"农村公路养护支出313.00万元。\n{table}"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 18), locator="第1行"),)
    (fault,) = faults(Document("a.txt", text, blocks))
    assert "另一处写331.00万元" in fault.message


def test_a_report_without_any_heading_is_checked() -> None:
    text = "云岭县水利局2023年度部门整体支出绩效自评报告\n全年预算数600.00万元。\n"
    assert faults(plain("a.txt", text)) == []
