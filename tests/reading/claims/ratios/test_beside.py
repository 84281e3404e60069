"""挨着的分母、分子、率；括号里的两个数；说了从多少到多少的占比。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [
        ("应收水费1247.00万元，实收1215.80万元，水费收缴率{}%。", "97.5", "79.5"),
        ("计划开展送戏下乡59场，实际开展94场，完成率{}%。", "159.3", "139.3"),
        ("支出进度{}%（支出352.78万元，全年预算596.92万元）。", "59.1", "51.9"),
        (
            "资产原值238.94万元，累计折旧179.68万元，净值59.26万元，成新率{}%。",
            "24.8",
            "33.0",
        ),
        ("年初预算：120.00万元，决算：110.00万元，完成率：{}%。", "91.7", "97.1"),
        ("289个行政村建成服务站，覆盖率达{}%（全县共322个行政村）。", "89.8", "98.8"),
        ("支出588.87万元，其中民生支出363.33万元，占比由上年的55.45%提高到{}%。", "61.70", "67.10"),
        ("专业技术人员866名，具有中级以上职称的534名，占{}%，超过半数。", "61.66", "61.16"),
    ],
)
def test_a_rate_of_the_two_figures_beside_it(said: str, right: str, slip: str) -> None:
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))


def test_a_rate_over_another_whole_is_not_called_wrong() -> None:
    assert wrong("辖区常住人口52300人，就业38900人，登记失业率3.20%。") == []


def test_rows_of_several_projects_are_read_crosswise() -> None:
    said = (
        "三个项目年初分别安排198.92万元、889.16万元和367.97万元，年底分别支出187.58万元、778.02万元和"
        "163.13万元，预算执行率依次为94.30%、87.50%和44.33%。"
    )
    assert [line for line in statements(said) if "＝" in line] == [
        "ratio ＝94.30%",
        "ratio ＝87.50%",
        "ratio ＝44.33%",
    ]
    assert wrong(said.replace("87.50%", "78.50%"))
