"""没有框线的表：凭一行能断定的才取。"""

from assistant.adapters.catalogue import FileCatalogue
from assistant.domain.document import plain
from assistant.reading.accounts.names import Names
from assistant.reading.materials.uploads import read_upload
from tests.needs import ROOT

CATALOGUE = FileCatalogue(ROOT / "knowledge")
NAMES = Names(CATALOGUE.chart(), CATALOGUE.outline("department-self-evaluation").fields)


def read(text: str) -> list[str]:
    found = read_upload(plain("决算.txt", f"云岭县民政局2023年度部门决算\n{text}"), NAMES, 0)
    return [f"{t.key} {t.year} {t.value} {t.locator.partition('#')[2]}" for t in found.facts]


def test_names_followed_by_a_number_are_certain() -> None:
    text = """收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 95.00 一、一般公共服务支出
八、其他收入 八、社会保障和就业支出 90.00
本年收入合计 95.00 本年支出合计 90.00
年初结转和结余 年末结转和结余 5.00
总计 95.00 总计 95.00
"""
    assert read(text) == [
        "final.appropriation 2023 95.00万元 第6行",
        "function.208 2023 90.00万元 第7行",
        "final.income.current 2023 95.00万元 第8行",
        "final.expenditure.current 2023 90.00万元 第8行",
        "carryover.closing 2023 5.00万元 第9行",
        "final.income 2023 95.00万元 第10行",
        "final.expenditure 2023 95.00万元 第10行",
    ]


def test_the_first_number_of_a_subject_is_its_total() -> None:
    text = """支出决算表
单位：元
科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 300.00 200.00 100.00
208 社会保障和就业支出 300.00 200.00 100.00
208 05 01 行政单位离退休 30.00 30.00
2080505 机关事业单位基本养老保险缴
费支出
40.00 40.00
"""
    assert read(text) == [
        "final.expenditure.current 2023 300.00元 第5行",
        "expenditure.basic 2023 200.00元 第5行",
        "expenditure.project 2023 100.00元 第5行",
        "function.208 2023 300.00元 第6行",
        "function.2080501 2023 30.00元 第7行",
    ]


def test_a_row_of_numbers_needs_its_sums() -> None:
    head = "“三公”经费支出决算表\n单位：万元\n预算数 决算数 预算数 决算数\n"
    good = "3.00 2.00 0.00 0.00 2.00 1.50 0.00 0.00 2.00 1.50 1.00 0.50\n"
    assert [line.split()[0] for line in read(head + good)] == [
        "three_public.budget",
        "initial.three_public.overseas",
        "initial.three_public.vehicles",
        "initial.three_public.vehicle_purchase",
        "initial.three_public.vehicle_running",
        "initial.three_public.reception",
        "three_public.total",
        "three_public.overseas",
        "three_public.vehicles",
        "three_public.vehicle_purchase",
        "three_public.vehicle_running",
        "three_public.reception",
    ]
    assert read(head + good.replace("3.00", "4.00")) == [
        "three_public.total 2023 2.00万元 第5行",
        "three_public.overseas 2023 0.00万元 第5行",
        "three_public.vehicles 2023 1.50万元 第5行",
        "three_public.vehicle_purchase 2023 0.00万元 第5行",
        "three_public.vehicle_running 2023 1.50万元 第5行",
        "three_public.reception 2023 0.50万元 第5行",
    ]


def test_no_unit_no_figure() -> None:
    assert read("支出决算表\n科目 本年支出合计\n合计 300.00 200.00 100.00\n") == []
