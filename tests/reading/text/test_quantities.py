"""数量的读取：认得的写法、不算数量的数、被折行拆开的数，以及任何输入都不出错、不卡住。"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.text.quantities import mentions


def read(text: str) -> list[str]:
    return [str(mention.quantity) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入1200.50万元，下降3.5%", ["1200.50万元", "3.5%"]),
        ("提高2.5个百分点，3.1百分点", ["2.5个百分点", "3.1个百分点"]),
        ("１２３．４５万元，１２％", ["123.45万元", "12%"]),
        ("合计18,300.20万元", ["18300.20万元"]),
        ("里程为4 836 km，投资27 904亿元", ["4836公里", "27904亿元"]),
        (
            "水量1347.5亿m3、20.4 亿 m³，长7125.38万m",
            ["1347.5亿立方米", "20.4亿立方米", "7125.38万米"],
        ),
        ("变压器3164.07万千伏安，箱位246.31万标准箱", ["3164.07万千伏安", "246.31万标准箱"]),
        ("增减-7.5万元，－2.1%，负0.3%", ["-7.5万元", "-2.1%", "-0.3%"]),
        ("一百二十人，两千万元，八百来万块", ["120人", "2000万元", "800万元"]),
        ("百分之八点六，千分之三", ["8.6%", "3‰"]),
        ("壹佰贰拾叁万元整", ["123万元"]),
        ("达九成八，近七成的资金，六成半以上", ["9.8成", "7成", "6.5成"]),
        ("一成不变，三成果，第三成，十成", []),
        ("1亿2000万元，3千万元，2.5万人", ["12000万元", "3000万元", "2.5万人"]),
        ("300W，300万，5万块钱", ["300万元", "300万元", "5万元"]),
        ("达63～68%，3-5个", ["63%", "68%", "3个", "5个"]),
        ("各增加12.5、13.6万元", ["12.5万元", "13.6万元"]),
        ("2 批次、26 人次，0台（套）", ["2批次", "26人次", "0台"]),
        ("编制32，实有30", ["32", "30"]),
        ("60", ["60"]),
        ("总计12\u202e00.50\u202c万元", ["1200.50万元"]),
        ("1.2023年度收入5万元", ["5万元"]),
    ],
)
def test_quantities_in_all_written_forms(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年，2023年度，2022—2024年，23年",
        "12月31日，1-10月，2023-12-31，2025.1.1-2025.12.31",
        "第3页，第57条，云财〔2024〕10号，GB/T 9704-2012",
        "1、加强管理；2、改进方法。（3）其他",
        "（204类）司法（06款）行政运行（01项）",
        "X101、W-07，0311-83520011，13812345678",
        "一是加强，三项制度，十分重视，一个平台",
        "201 06 01 行政运行",
    ],
)
def test_dates_ordinals_and_numbers_of_documents_are_no_quantities(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier", "approximate"),
    [
        ("近2000万元", "近", True),
        ("300多万元", "多", True),
        ("100万元（含）以上", "以上", False),
        ("不足5人", "不足", False),
        ("约30个", "约", True),
    ],
)
def test_words_of_approximation_and_bounds(text: str, qualifier: str, approximate: bool) -> None:
    (mention,) = mentions(text)
    assert (mention.qualifier, mention.approximate) == (qualifier, approximate)


BROKEN = """云岭县科技和工业信息化局 2023 年度收入支出总计比上年增加，全年共计 1332
.51 万元，与 2022 年度相比，收入支出总计增加 121.14 万元，增长 1
〔第8页〕
0.00%。主要原因是项目支出增加，人员变动，年初结转资金较多，共有项目 12
个，其中新增项目三个。其余的项目都在年底以前全部完成了支付手续，没有
"""


def test_numbers_broken_over_lines_and_pages_are_one() -> None:
    assert read(BROKEN) == ["1332.51万元", "121.14万元", "10.00%", "12个"]
    first = mentions(BROKEN)[0]
    assert BROKEN[first.span.start : first.span.end] == "1332\n.51 万元"


def test_a_table_in_the_text_layer_gives_its_cells() -> None:
    table = "支出表\n单位：万元\n201 06 01 行政运行 1,511.90 (8.37) 0\n合计 1,511.90 -8.37 0\n"
    assert read(table) == ["1511.90", "-8.37", "0", "1511.90", "-8.37", "0"]


HOSTILE = st.text(
    alphabet="0123456789０９,.，。-－—~（）()〔〕第页年月日号一二十百千万亿零〇两点%％‰元个分 "
    "\n\t\r\u202e增长减少至到占的其中合计A项类款、：；≤\u3000\u200b",
    max_size=400,
)


@given(HOSTILE)
def test_any_text_is_read_without_fault(text: str) -> None:
    last = 0
    for mention in mentions(text):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end


@pytest.mark.parametrize("piece", ["1,111", "1.1", "一万", "1-", "（1）", "1 ", "第", "1\n", "占"])
def test_long_repetitions_are_read_in_linear_work(piece: str) -> None:
    assert mentions(piece * 20_000) is not None


def test_quantities_in_a_row_of_words_keep_their_places() -> None:
    text = "序号\t指标\t完成值\n1\t培训场次不少于6场\t举办7场\t"
    spans = [text[m.span.start : m.span.end] for m in mentions(text)]
    assert spans[-2:] == ["6场", "7场"]
