"""自评表到事实：值、年度、出处；部门的执行率得分不由项目平均。"""

from decimal import Decimal

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.checks.forms.run import CheckedWorkbook, check_workbook
from assistant.domain.forms import Workbook
from assistant.domain.quantities import Quantity
from assistant.workflow.materials.forms import reasons_asked
from assistant.workflow.scoring.facts import FormFact, form_facts
from tests.form_notation import form, summary

SCHEME = FileCatalogue(ROOT / "knowledge").scheme("national-2020")
HALF_DONE = (("培训场次.完成值", "10场"), ("培训场次.得分", "10"), ("总分.得分", "89.50"))


def checked(book: Workbook) -> CheckedWorkbook:
    return check_workbook(book, SCHEME)


def facts(*books: Workbook, year: int = 2023) -> dict[str, FormFact]:
    return {fact.key: fact for fact in form_facts([checked(b) for b in books], year)}


def department() -> Workbook:
    edits = [("标题", "2023年度部门整体支出绩效自评表"), ("项目名称", "云岭县商务局")]
    return Workbook("部门.xlsx", (form(edits, "部门"),))


def test_projects_give_count_mean_minimum_and_grades_with_their_cells() -> None:
    book = Workbook("项目.xlsx", (form((), "甲"), form(HALF_DONE, "乙", "设备购置")))
    found = facts(book)
    assert found["projects.count"].value == Quantity(value=Decimal(2), unit="个")
    assert found["projects.mean_score"].value == Quantity(value=Decimal("94.50"), unit="分")
    assert found["projects.mean_score"].quote == "2个项目得分合计189.00÷2"
    low = found["projects.minimum_score"]
    assert (low.value, low.source, low.locator) == (
        Quantity(value=Decimal("89.50"), unit="分"),
        "项目.xlsx",
        "乙!G19",
    )
    assert found["projects.grades"].value == (("优", "1"), ("良", "1"))
    assert found["projects.items"].value == (
        ("夜校培训", "120.00", "114.00", "95.00%", "99.50", "优"),
        ("设备购置", "120.00", "114.00", "95.00%", "89.50", "良"),
    )
    assert "execution.points" not in found


def test_goals_list_what_fell_short_and_its_reason() -> None:
    rows = facts(Workbook("a.xlsx", (form([*HALF_DONE, ("培训场次.原因", "教室检修")]),)))
    assert rows["goals.items"].value == (
        (
            "夜校培训",
            "完成全年任务",
            "培训场次≥20场；合格率=100%；完成时间2023年11月30日前",
            "培训场次10场；合格率100%；完成时间2023年11月20日",
            "教室检修",
        ),
    )


def test_what_fell_short_is_counted_and_listed_with_its_reason() -> None:
    edits = [*HALF_DONE, ("培训场次.原因", "教室检修；下年补办。")]
    found = facts(Workbook("a.xlsx", (form(edits),)))
    counts = [found[f"indicators.{key}"].value for key in ("total", "met", "unmet")]
    assert counts == [Quantity(value=Decimal(n), unit="个") for n in (7, 6, 1)]
    assert found["results.deviations"].value == (
        ("夜校培训", "培训场次", "≥20场", "10场", "教室检修；下年补办"),
    )


def test_a_deviation_without_a_reason_is_asked_for() -> None:
    asked = list(reasons_asked(checked(Workbook("a.xlsx", (form(HALF_DONE),)))))
    assert asked == ["夜校培训：“培训场次”得分10低于分值20，未填偏差原因及改进措施（表!H12）"]


def test_only_a_summary_gives_the_mean_of_its_rows() -> None:
    found = facts(Workbook("汇总.xlsx", (), (summary(),)))
    assert found["projects.count"].value == Quantity(value=Decimal(3), unit="个")
    assert found["projects.mean_score"].value == Quantity(value=Decimal("91.33"), unit="分")


def test_a_blank_score_gives_the_count_but_no_mean() -> None:
    edits = [("夜校培训.得分", ""), ("夜校培训.等级", "")]
    found = facts(Workbook("汇总.xlsx", (), (summary(edits),)))
    assert sorted(found) == ["projects.count"]


def test_the_department_form_gives_its_own_execution_and_score() -> None:
    found = facts(department(), Workbook("项目.xlsx", (form(HALF_DONE, "乙"),)))
    assert found["adjusted.expenditure"].value == Quantity(value=Decimal(120), unit="万元")
    assert found["adjusted.expenditure"].locator == "部门!D5"
    assert found["execution.points"].value == Quantity(value=Decimal("9.50"), unit="分")
    assert found["department.score"].value == Quantity(value=Decimal("99.50"), unit="分")
    assert found["projects.count"].value == Quantity(value=Decimal(1), unit="个")


def test_last_years_form_is_not_this_years_fact() -> None:
    old = form([("标题", "2022年度项目支出绩效自评表")])
    assert facts(Workbook("旧.xlsx", (old,))) == {}
