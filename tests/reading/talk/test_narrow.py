"""限定：名称被前面的话限成别的东西时，不记成大纲里的那一项；口径换了，记到口径所指的那一项。"""

import pytest

from tests.reading.talk.test_facts import read

CASES = """
三公经费支出预算为31.00万元，支出决算为27.46万元
    three_public.budget 2023 31.00万元；three_public.total 2023 27.46万元
三公经费预算7.50万元，决算6.30万元
    three_public.budget 2023 7.50万元；three_public.total 2023 6.30万元
三公经费6.30万元，预算7.50万元
    three_public.total 2023 6.30万元；three_public.budget 2023 7.50万元
三公经费全年支出6.42万元
    three_public.total 2023 6.42万元
公务接待费全年预算数3万元，全年执行数2.16万元
    three_public.reception 2023 2.16万元
公务接待费控制在0.5万元以内，实际花了0.32万元
    three_public.reception 2023 0.32万元
基本支出执行率98%，整体执行率95.3%
    execution.rate 2023 95.3%
水库项目预算执行率99%

年初预算支出数1022.3万元，其中人员经费801万元
    initial.expenditure 2023 1022.3万元
预算执行率98.2%，得分9.82分
    execution.rate 2023 98.2%；execution.points 2023 9.82分
满意度96.5%，得分10分
    survey.satisfaction 2023 96.5%
政府性基金预算财政拨款收入12万元

非财政拨款收入5万元

一般公共预算支出1200万元

预计全年执行数1300万元

执行率低于90%的项目3个

在职人数比编制人数少3人

车辆保险费2万元

公务用车运行维护费比去年少花了0.6万元

三公经费=3万元+2万元=5万元
    three_public.total 2023 5万元
满意度：企业98%，群众95%

执行率要达到100%

截至9月底全年执行数900万元

截至十二月底全年执行数900万元
    executed.total 2023 900万元
运维1.8万 接待0.26万
    three_public.reception 2023 0.26万元
编18 在17
    staff.establishment 2023 18人；staff.in_post 2023 17人
编制18人，在建3个
    staff.establishment 2023 18人
机关运行经费48.6万，不不，84.6万
    running_costs 2023 84.6万元
编制38人，不对，记不起来了

全年执行数398。52万元
    executed.total 2023 398.52万元
在职人数三十一退休人数十八
    staff.in_post 2023 31人；staff.retired 2023 18人
资产总额0.42个亿
    assets.total 2023 0.42亿元
年末结转和节余13.84万元
    carryover.closing 2023 13.84万元
房屋3260平方米，价值1455.80万元
    assets.building_area 2023 3260平方米；assets.buildings 2023 1455.80万元
"""


def _cases() -> list[tuple[str, list[str]]]:
    lines = CASES.strip("\n").split("\n")
    said = [(text, facts) for text, facts in zip(lines[::2], lines[1::2], strict=True)]
    return [(text, [f for f in facts.strip().split("；") if f]) for text, facts in said]


@pytest.mark.parametrize(("text", "facts"), _cases())
def test_a_name_means_what_stands_before_it(text: str, facts: list[str]) -> None:
    assert [f for f in read(text) if ".change" not in f] == facts


def test_a_pasted_list_of_projects_is_not_the_whole_bureau() -> None:
    assert read("项目名称\t预算数\t执行数\t得分\n校舍维修\t480.00\t431.06\t92.5") == []


def test_a_column_headed_by_a_bare_year_is_that_year() -> None:
    said = "年度\t2023\t2022\n在职人数\t3,106\t3,088\n退休人数\t1,402\t1,365"
    assert "staff.in_post 2022 3088人" in read(said)
