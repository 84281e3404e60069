"""读往年报告的正文：一句话、应取的事实。"""

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.domain.document import Document
from assistant.reading.accounts.names import Names
from assistant.reading.materials.past_sections import Sections
from assistant.reading.materials.uploads import read_upload
from tests.needs import ROOT
from tests.reading.table_notation import document

CATALOGUE = FileCatalogue(ROOT / "knowledge")
NAMES = Names(CATALOGUE.chart(), CATALOGUE.outline("department-self-evaluation").fields)
TITLE = "云岭县民政局2022年度部门整体支出绩效自评报告"


def report(text: str, title: str = TITLE) -> Document:
    return document(text=f"{title}\n{text}", name="报告.docx")


def read(text: str, title: str = TITLE) -> list[str]:
    """每条一行：键 年度 值。"""
    found = read_upload(report(text, title), NAMES, 0).facts
    return [f"{t.key} {t.year} {t.value}" for t in found]


CASES = """
2022年年初预算收入数280.40万元，较上年减少20.60万元，下降6.8%。
    initial.income 2022 280.40万元；initial.income.change 2022 -20.60万元；\
initial.income.change_rate 2022 -6.8%
决算收入总计、支出总计均为351.20万元。
    final.income 2022 351.20万元；final.expenditure 2022 351.20万元
云岭县民政局2022年度收入支出总计351.20万元。与2021年度相比，收入支出总计增加30.00万元，增长9.34%。
    final.income 2022 351.20万元；final.expenditure 2022 351.20万元；\
final.income.change 2022 30.00万元；\
final.expenditure.change 2022 30.00万元；final.income.change_rate 2022 9.34%；\
final.expenditure.change_rate 2022 9.34%
本年支出合计300.00万元，其中：基本支出200.00万元，占66.67%；项目支出100.00万元，占33.33%。
    final.expenditure.current 2022 300.00万元；expenditure.basic 2022 200.00万元；\
expenditure.project 2022 100.00万元
“三公”经费财政拨款支出年初预算为5.00万元，支出决算为4.20万元，完成预算的84.00%。
    three_public.budget 2022 5.00万元；three_public.total 2022 4.20万元
机关运行经费支出42.00万元，比2021年度减少3.00万元，下降6.67%。主要原因是会议费压减2.00万元。
    running_costs 2022 42.00万元；running_costs.change 2022 -3.00万元；\
running_costs.change_rate 2022 -6.67%
编制数18人，在职人数17人，年末共有车辆2辆。
    staff.establishment 2022 18人；staff.in_post 2022 17人；assets.vehicle_count 2022 2辆
上年末固定资产金额为45.00万元。
    assets.fixed 2021 45.00万元
经自评，14个项目自评得分平均93.50分，综合评价等级为“优秀”。
    projects.count 2022 14个；projects.mean_score 2022 93.50分；department.grade 2022 优秀
全年预算数352.00万元，全年执行数340.00万元，预算执行率96.59%。
    adjusted.expenditure 2022 352.00万元；executed.total 2022 340.00万元；execution.rate 2022 96.59%
发放问卷100份，收回问卷96份，满意度95.83%。
    survey.sent 2022 100份；survey.returned 2022 96份；survey.satisfaction 2022 95.83%
一般公共预算财政拨款基本支出200.00万元。其中：人员经费170.00万元，公用经费30.00万元。
    general.expenditure.basic 2022 200.00万元；expenditure.personnel 2022 170.00万元；\
expenditure.public 2022 30.00万元
"""
_LINES = CASES.strip().splitlines()


@pytest.mark.parametrize(("text", "facts"), list(zip(_LINES[::2], _LINES[1::2], strict=True)))
def test_reads(text: str, facts: str) -> None:
    assert read(text) == facts.strip().split("；")


@pytest.mark.parametrize(
    "text",
    [
        "财政拨款支出比上年增加的主要原因是项目支出增加113.00万元。",
        "2.教育支出（类）普通教育（款）学前教育（项）。年初预算为10.00万元，支出决算为9.00万元。",
        "云朵监测项目全年预算数86.10万元，全年执行数33.40万元，执行率38.79%。",
        "县文旅局年初预算收入数280.40万元。",
        "年初预算收入数约280万元。",
        "完成年初预算的96.2%。",
        "收入总计由320.00万元增加到351.20万元。",
        "绩效评级为“优”的项目12个。",
    ],
)
def test_says_nothing(text: str) -> None:
    assert read(text) == []


def test_a_budget_explanation_speaks_of_the_budget() -> None:
    found = read("公务接待费1.50万元。", "云岭县民政局2022年部门预算编制说明")
    assert found == ["initial.three_public.reception 2022 1.50万元"]


def test_the_heading_above_limits_the_fund() -> None:
    text = "四、财政拨款收入支出决算总体情况说明\n本年收入合计10.00万元。"
    assert read(text) == ["final.appropriation 2022 10.00万元"]


def test_the_place_is_the_heading_and_the_quote_stands_in_the_text() -> None:
    (fact,) = read_upload(report("一、部门基本情况\n编制数18人。"), NAMES, 0).facts
    assert (fact.locator, fact.quote) == ("报告.docx#一、部门基本情况", "编制数18人")


def test_duties_and_problems_are_taken_by_section() -> None:
    text = """一、部门基本情况
（一）主要职责
一是拟订规划。
二是办理事项。
（二）收支情况
收入总计10.00万元。
五、存在的问题及改进措施
（一）存在的主要问题
一是进度偏慢。
二是指标不细。
（二）改进措施
一是按月调度。
二是逐项明确。
六、人员名单"""
    sections = Sections(report(text))
    assert sections.duties() == "一是拟订规划。\n二是办理事项。"
    assert sections.problems() == (("进度偏慢", "按月调度"), ("指标不细", "逐项明确"))
