"""手算的例题：自评表、超额、反向、同一笔钱的几种口径、平均、人员、预警。"""

from decimal import Decimal

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.domain.forms import Form
from assistant.domain.scheme import Scheme
from assistant.reading.forms.forms import forms_of
from assistant.reading.forms.targets import actual_of, target_of
from assistant.scoring.department import department_score
from assistant.scoring.execution import execution_of
from assistant.scoring.forms import scored
from assistant.scoring.grading import grade_of, mean, reachable, warning_gap, weighted_mean
from assistant.scoring.indicators import automatic
from assistant.scoring.ledger import ledger_of
from assistant.scoring.review import reviews
from tests.form_notation import grid_of
from tests.notation import fact, locality, money, outline

SCHEMES = FileCatalogue(ROOT / "knowledge")


def scheme(name: str = "national-2020") -> Scheme:
    return SCHEMES.scheme(name)


def points(target: str, actual: str, weight: str) -> Decimal | None:
    wanted = target_of(target)
    assert wanted is not None
    return automatic(wanted, actual_of(actual, None, wanted), Decimal(weight)).points


def whole_form() -> Form:
    head = [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因",
    ]
    rows = [
        ["产出指标", "数量指标", "扶持企业数", "≥50家", "46家", "15", "13.80", "两家退出；补选"],
        ["产出指标", "质量指标", "资格符合率", "=100%", "100%", "15", "15", ""],
        ["产出指标", "时效指标", "拨付天数", "≤30天", "36天", "10", "8", "审核延迟；提前受理"],
        ["产出指标", "成本指标", "户均成本", "≤2.40万元", "2.28万元", "10", "10", ""],
        ["效益指标", "经济效益", "营收增速", "≥8%", "9.1%", "10", "10", ""],
        ["效益指标", "社会效益", "创新环境", "改善", "达成年度指标", "10", "9", "宣传不足；加强"],
        ["效益指标", "可持续影响", "机制健全", "健全", "部分达成", "10", "7.5", "未续约；续约"],
        ["满意度指标", "满意度", "企业满意度", "≥90%", "87%", "10", "9.67", "答复慢；限时办结"],
    ]
    return forms_of(
        grid_of(
            [
                ["2023年度项目支出绩效自评表", "", "单位：万元"],
                ["项目名称", "企业扶持"],
                ["", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
                ["", "年度资金总额", "100", "120", "114", "10", "95.00%", "9.50"],
                head,
                *rows,
                ["总分", "", "", "", "", "100", "92.47"],
            ]
        )
    )[0]


def test_w1_a_project_with_the_standard_weights() -> None:
    result = scored(whole_form(), scheme())
    assert [i.counted for i in result.indicators] == [
        Decimal(p) for p in ("13.80", "15", "8.00", "10", "10", "9", "7.5", "9.67")
    ]
    assert result.execution is not None
    assert (result.execution.points, result.total, result.grade) == (
        Decimal("9.50"),
        Decimal("92.47"),
        "优",
    )
    assert scored(whole_form(), scheme("hebei-county")).grade == "优秀"
    assert result.indicators[5].automatic.points is None


def test_w2_overfulfilment_is_flagged_and_never_cut_by_code() -> None:
    target = target_of("≥20场")
    assert target is not None
    done = actual_of("52场", None, target)
    assert automatic(target, done, Decimal(20)).points == Decimal(20)
    assert [r.kind for r in reviews(target, done, scheme("hebei-county").review)] == ["超额完成"]
    assert [r.kind for r in reviews(target, done, scheme("guangxi").review)] == ["超额完成"]
    assert reviews(target, done, scheme().review) == ()


@pytest.mark.parametrize(
    ("actual", "expected"), [("5次", "8"), ("7次", "4.80"), ("10次", "0"), ("11次", "0")]
)
def test_w3_a_reverse_indicator(actual: str, expected: str) -> None:
    assert points("≤5次", actual, "8") == Decimal(expected)


@pytest.mark.parametrize(
    ("scheme_id", "budget", "rate", "expected", "accepted"),
    [
        ("national-2020", "861.46", "38.85", "3.89", "3.88"),
        ("jiangxi", "861.46", "38.85", "0", "0"),
        ("hubei", "861.46", "38.85", "7.77", "7.77"),
        ("national-2020", "985", "33.98", "3.40", "3.40"),
    ],
)
def test_w4_the_same_money_under_several_rules(
    scheme_id: str, budget: str, rate: str, expected: str, accepted: str
) -> None:
    done = execution_of(Decimal(budget), Decimal("334.67"), scheme(scheme_id).execution)
    assert (done.rate, done.points) == (Decimal(rate), Decimal(expected))
    assert Decimal(accepted) in done.accepted_points


def test_w5_simple_and_weighted_means_differ() -> None:
    scores, budgets = (
        [Decimal("98.50"), Decimal("96.00"), Decimal("62.00")],
        [Decimal(100), Decimal(500), Decimal(10)],
    )
    simple, weighted = mean(scores), weighted_mean(scores, budgets)
    assert simple == Decimal("85.50")
    assert weighted is not None
    assert round(weighted, 2) == Decimal("95.85")
    assert (grade_of(simple, scheme()), grade_of(weighted, scheme())) == ("良", "优")
    county = scheme("hebei-county")
    assert (grade_of(simple, county), grade_of(weighted, county)) == ("优秀", "优秀")


@pytest.mark.parametrize(
    ("now", "change", "prior", "rate"),
    [
        ("2011.17", "256.60", "1754.57", "14.6"),
        ("796.86", "-74.54", "871.40", "-8.6"),
        ("5.48", "1.55", "3.93", "39.4"),
    ],
)
def test_w6_to_w8_year_on_year_uses_last_year_as_its_base(
    now: str, change: str, prior: str, rate: str
) -> None:
    total = money("final.income", "合计", yearly=True)
    book = ledger_of(
        [fact("final.income", f"{now}万元"), fact("final.income.change", f"{change}万元")],
        outline(total, ask=("final.income", "final.income.prior")),
        locality(),
        2023,
    )
    assert str(book.figures["final.income.prior"].quantity) == f"{prior}万元"
    assert str(book.figures["final.income.change_rate"].quantity) == f"{rate}%"


def test_w9_staff_within_and_over_the_establishment() -> None:
    table = SCHEMES.department_table("department-framework")

    def control(in_post: int, establishment: int) -> tuple[Decimal | None, Decimal | None]:
        values = {
            "staff.in_post": Decimal(in_post),
            "staff.establishment": Decimal(establishment),
        }
        row = next(r for r in department_score(table, values).rows if r.indicator.id == "S71")
        return row.rate, row.points

    assert control(136, 143) == (Decimal("95.10"), Decimal(5))
    assert control(50, 46) == (Decimal("108.70"), Decimal("0.65"))


def test_w10_nearly_full_results_with_little_money_spent_are_warned() -> None:
    assert warning_gap(Decimal("88.60"), Decimal(90), Decimal("3.88"), Decimal(10)) == Decimal(
        "60.6"
    )


def test_a_mean_over_62_projects_needs_scores_with_decimals() -> None:
    assert not reachable(Decimal("98.22"), 62, 0)
    assert reachable(Decimal("98.22"), 62, 1)
    assert reachable(Decimal("98.21"), 62, 0)


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("=0起", "0", "10"),
        ("=0起", "1起", "0"),
        ("≤0次", "0次", "10"),
        ("≤0次", "1次", "0"),
        ("≥5%", "-2%", "0"),
        ("60-80分", "70分", "10"),
        ("60-80分", "54分", "9.00"),
        ("60-80分", "88分", "9.00"),
        (">20场", "20场", "10"),
        ("100%", "99%", "9.90"),
        ("2023年11月底前", "2023年11月30日", "10"),
        ("2023年11月底前", "2023年12月1日", None),
        ("明显改善", "达成年度指标", None),
        ("≥3家", "1家", "3.33"),
        ("≥40家", "0.5家", "0.13"),
    ],
)
def test_gaps_of_the_published_rules_are_filled_the_way_they_say(
    target: str, actual: str, expected: str | None
) -> None:
    assert points(target, actual, "10") == (Decimal(expected) if expected is not None else None)
