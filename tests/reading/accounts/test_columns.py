"""列头不在常用说法之内的：计量单位一栏、决算统计数、执行表的支出合计、一行数的问卷表。"""

import pytest

from tests.reading.accounts.test_accounts import lines, read

CASES = {
    "计量单位一栏逐行管单位": (
        """
主要数据情况表|>|>|>
序号|指标|计量单位|2023年|2022年
1|年末在职人数|人|39|41
2|机关运行经费|万元|96.40|93.15
""",
        {
            "D3 staff.in_post 2023 39人",
            "E3 staff.in_post 2022 41人",
            "D4 running_costs 2023 96.40万元",
            "E4 running_costs 2022 93.15万元",
        },
    ),
    "资产表的单位只管数量": (
        """
资产情况表|>|>|>
单位：元|>|>|>
资产类别|数量|单位|账面原值
车辆|5|辆|862400.00
""",
        {"B4 assets.vehicle_count 2023 5辆", "D4 assets.vehicles 2023 862400.00元"},
    ),
    "决算统计数是决算数": (
        """
机构运行信息表|>|>|>
公开部门：云岭县司法局|2023年度|单位：万元|
项目|行次|年初预算数|决算统计数
二、机关运行经费|11|80.00|83.77
""",
        {
            "C4 initial.running_costs 2023 80.00万元",
            "D4 running_costs 2023 83.77万元",
        },
    ),
    "执行表的支出合计是全年执行数": (
        """
2023年度预算执行情况统计表|>|>
单位：元|>|>
项目|调整后预算|实际支出
支出合计|7106000.00|6951620.18
""",
        {
            "B4 adjusted.expenditure 2023 7106000.00元",
            "C4 executed.total 2023 6951620.18元",
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_columns_are_told_by_meaning(name: str) -> None:
    text, expected = CASES[name]
    assert set(lines(read(text))) == expected
