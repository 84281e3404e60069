"""散话：名称和数之间夹几个不要紧的字也认，会改变意思的字不认。"""

import pytest

from tests.reading.talk.test_facts import read


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("退休的老同志有13位，身体都好", "staff.retired 2023 13人"),
        ("决算收入总计硬是整到903.15万元。", "final.income 2023 903.15万元"),
        ("接待费好多嘛，也就七千八百块钱", "three_public.reception 2023 7800元"),
        ("满意度？95.5%呗", "survey.satisfaction 2023 95.5%"),
        ("决算收入总计四亿一千二百六十万元", "final.income 2023 41260万元"),
        ("决算支出总计￥31,286,700.50", "final.expenditure 2023 31286700.50元"),
        ("编制（35）人", "staff.establishment 2023 35人"),
        ("发放问卷120份，哦不，是102份", "survey.sent 2023 102份"),
        ("全年执行数六百九十八点五二万元", "executed.total 2023 698.52万元"),
        ("刚才那个决算支出总计有误，正确的是2410.33万元", "final.expenditure 2023 2410.33万元"),
        ("目标是满意度达到93%以上，结果测出来94.8%", "survey.satisfaction 2023 94.8%"),
        ("全年执行数2315.60万元……等等，是2351.60万元", "executed.total 2023 2351.60万元"),
        ("全年执行数2315.60万元，是2351.60万元，看串了", "executed.total 2023 2351.60万元"),
        ("人员经费占基本支出的93.5%，具体是386.20万元", "expenditure.personnel 2023 386.20万元"),
        ("我们是二级单位，在职人数31人", "staff.in_post 2023 31人"),
    ],
)
def test_read(said: str, fact: str) -> None:
    assert read(said) == [fact]


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("在职8人，下属站6人在职，合起来在职人数31人", ["staff.in_post 2023 31人"]),
        ("人的话，在职人数5，编制数6", ["staff.in_post 2023 5人", "staff.establishment 2023 6人"]),
        (
            "项目12个，最高98分，最低81.5分",
            [
                "projects.count 2023 12个",
                "projects.maximum_score 2023 98分",
                "projects.minimum_score 2023 81.5分",
            ],
        ),
        (
            "接待费0.42万元，接待了6批次、48人次",
            [
                "three_public.reception 2023 0.42万元",
                "three_public.reception_batches 2023 6批次",
                "three_public.reception_persons 2023 48人次",
            ],
        ),
        (
            "年初预算收入数比2022年的430.00万元多了22.50万元，是452.50万元",
            [
                "initial.income 2022 430.00万元",
                "initial.income.change 2023 22.50万元",
                "initial.income 2023 452.50万元",
            ],
        ),
        ("在职人数15还是16，等我问问", []),
        ("全系统在职人数1260人", []),
        (
            "2022年、2023年三公经费分别为2.80万元、2.55万元",
            ["three_public.total 2022 2.80万元", "three_public.total 2023 2.55万元"],
        ),
        (
            "基本支出=人员经费210.33+公用经费24.17=234.50万元",
            [
                "expenditure.personnel 2023 210.33万元",
                "expenditure.public 2023 24.17万元",
                "expenditure.basic 2023 234.50万元",
            ],
        ),
        (
            "未安排因公出国（境）费和公务用车购置费。",
            ["three_public.overseas 2023 0万元", "three_public.vehicle_purchase 2023 0万元"],
        ),
        (
            "年初结转和结余31.20万元，年末的43.10万元",
            ["carryover.opening 2023 31.20万元", "carryover.closing 2023 43.10万元"],
        ),
        (
            "机关运行经费55.45万元，上年机关运行经费57.90万元，政府采购支出总额96.40万元",
            [
                "running_costs 2023 55.45万元",
                "running_costs 2022 57.90万元",
                "procurement.total 2023 96.40万元",
            ],
        ),
        (
            "2022年基本支出100.00万元，项目支出50.00万元",
            ["expenditure.basic 2022 100.00万元", "expenditure.project 2022 50.00万元"],
        ),
        ("三公经费预算7.5万元", ["three_public.budget 2023 7.5万元"]),
        (
            "车子有五个，值八十七万四",
            ["assets.vehicle_count 2023 5辆", "assets.vehicles 2023 874000元"],
        ),
    ],
)
def test_several(said: str, facts: list[str]) -> None:
    assert read(said) == facts


@pytest.mark.parametrize(
    "said",
    [
        "项目支出里有120万元是追加的",
        "得分凑到95分",
        "车改收走5辆",
        "接待费省了0.3万元",
        "接待费预算1.5万元",
        "固定资产报废了12万元",
        "接待费没统计过，不清楚",
        "人员经费小四百万",
        "三公经费财政拨款支出决算多少？",
    ],
)
def test_not_read(said: str) -> None:
    assert read(said) == []


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (
            "决算收入512.3万元，上年是447.2万元，增长了12.7%",
            [
                "final.income 2023 512.3万元",
                "final.income 2022 447.2万元",
                "final.income.change_rate 2023 12.7%",
            ],
        ),
        (
            "决算收入上年447.2万元，今年512.3万元，涨了14.6%",
            [
                "final.income 2022 447.2万元",
                "final.income 2023 512.3万元",
                "final.income.change_rate 2023 14.6%",
            ],
        ),
        (
            "年初预算收入312.40万，支出也是这么多，去年年初是298.15万",
            [
                "initial.income 2023 312.40万元",
                "initial.expenditure 2023 312.40万元",
                "initial.income 2022 298.15万元",
                "initial.expenditure 2022 298.15万元",
            ],
        ),
        ("去年决算收入447.2万元，增长3%", ["final.income 2022 447.2万元"]),
        ("满意度95%，提高2%", ["survey.satisfaction 2023 95%"]),
        ("年初预算收入312.40万元，预算调整增加50%", ["initial.income 2023 312.40万元"]),
    ],
)
def test_a_rate_after_two_years_or_none_is_against_last_year(said: str, facts: list[str]) -> None:
    assert read(said) == facts
