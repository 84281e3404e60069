"""承前：简称、取前面的数、括号、合计、话尾交代的口径，和以某数为准。"""

from decimal import Decimal

import pytest

from assistant.domain.quantities import Quantity
from assistant.reading.talk.facts import Known
from tests.reading.talk.test_facts import OURS, read

CASES = """
政府采购支出总额12.6万元，其中货物支出8.1万元、服务4.5万元
    procurement.total 2023 12.6万元；procurement.goods 2023 8.1万元；\
procurement.services 2023 4.5万元
今年为企业服务48次，货物运输3.6万元

公务接待费0.52万元，批次8批，人次61人
    three_public.reception 2023 0.52万元；three_public.reception_batches 2023 8批次；\
three_public.reception_persons 2023 61人次
公务接待费0.52万元（8批次、61人次）
    three_public.reception 2023 0.52万元；three_public.reception_batches 2023 8批次；\
three_public.reception_persons 2023 61人次
在职人数14人，控制率93.33%
    staff.in_post 2023 14人；staff.control_rate 2023 93.33%
公用经费控制率98%

公务用车运行维护费（车辆2辆）5.2万元
    assets.vehicle_count 2023 2辆；three_public.vehicle_running 2023 5.2万元
发放问卷60份，全部收回
    survey.sent 2023 60份；survey.returned 2023 60份
三公经费2.4万元，都是公务接待费。
    three_public.total 2023 2.4万元；three_public.reception 2023 2.4万元
年初预算收入数88万元，全部是财政拨款
    initial.income 2023 88万元
房屋价值320万元、车辆价值21.6万元，合计341.6万元
    assets.buildings 2023 320万元；assets.vehicles 2023 21.6万元
固定资产=房屋320万元+车辆21.6万元，合计341.6万元
    assets.buildings 2023 320万元；assets.vehicles 2023 21.6万元；assets.fixed 2023 341.6万元
收入88万元，支出88万元，都是决算的数
    final.income 2023 88万元；final.expenditure 2023 88万元
系统里执行率95.1%，我算的是94.8%，以94.8%为准
    execution.rate 2023 94.8%
执行率95.1%作废，以94.8%为准
    execution.rate 2023 94.8%
年末结转和结余按决算表是7.3万元，不是台账上的7.8万元
    carryover.closing 2023 7.3万元
车2辆31.5万元
    assets.vehicle_count 2023 2辆；assets.vehicles 2023 31.5万元
在职人数14人31.5万元
    staff.in_post 2023 14人
人员经费这一块42.6万元，公用经费那一块4.1万元
    expenditure.personnel 2023 42.6万元；expenditure.public 2023 4.1万元
编制数十八人
    staff.establishment 2023 18人
年初预算收入数十二万元
    initial.income 2023 12万元
机关运行经费数十万元

项目1个，自评分94分
    projects.count 2023 1个
县里固定资产投资完成12.6亿元

下属站在职人数6人，全部门合计在职人数20人
    staff.in_post 2023 20人
公用经费不含项目经费，是9.4万元
    expenditure.public 2023 9.4万元
造林项目预算80万元，执行79.2万元，得分96分。

我没说在职人数是30人，我说的是编制数30人
    staff.establishment 2023 30人
不要把项目经费12万元算到公用经费里

全年预算数由310万元调整为346.5万元
    adjusted.expenditure 2023 346.5万元
在职人数从去年的24人减到今年的22人
    staff.in_post 2022 24人；staff.in_post 2023 22人
机关运行经费18.2万元→17.6万元
    running_costs 2023 17.6万元
两个项目没做完

编制/在职：20/18人
    staff.establishment 2023 20人；staff.in_post 2023 18人
招待费用了一万半

政府采购支出总额36.2万元，采购项目5个
    procurement.total 2023 36.2万元
结转结余资金12万元已上缴财政

没有出国的 也没买车
    three_public.overseas 2023 0万元；three_public.vehicle_purchase 2023 0万元
""".strip().replace("\\\n", "").split("\n")  # fmt: skip


@pytest.mark.parametrize(("said", "facts"), list(zip(CASES[::2], CASES[1::2], strict=True)))
def test_what_is_carried_over(said: str, facts: str) -> None:
    assert read(said) == [fact for fact in facts.strip().split("；") if fact]


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("决算支出总计呢，也是这个数。", ["final.expenditure 2023 88万元"]),
        ("支出也是", ["final.expenditure 2023 88万元"]),
        ("年初预算支出数也是这个数", []),
        ("决算支出总计也是重点", []),
    ],
)
def test_the_number_said_last_time(said: str, facts: list[str]) -> None:
    known = Known("final.income", 2023, Quantity(value=Decimal(88), unit="万元"))
    assert read(said, OURS._replace(known=(known,))) == facts


def test_an_old_value_names_its_field() -> None:
    values = {"final.income": Decimal("655.9"), "initial.income": Decimal("610.2")}
    known = [Known(key, 2023, Quantity(value=v, unit="万元")) for key, v in values.items()]
    context = OURS._replace(known=tuple(known))
    assert read("655.9改成656.9。", context) == ["final.income 2023 656.9万元"]
    assert read("655.8改成656.9。", context) == []


def test_a_name_on_a_line_of_its_own_waits_for_the_next_line() -> None:
    said = "决算收入总计\n806.23万元\n决算支出总计\n805.11万元"
    assert read(said) == ["final.income 2023 806.23万元", "final.expenditure 2023 805.11万元"]
