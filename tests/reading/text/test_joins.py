"""短文里断开的句子照样接上；标题、表格的行不接。"""

import pytest

from assistant.reading.text.layout import layout


def paragraphs(text: str) -> list[str]:
    return [each.text for each in layout(text).paragraphs]


@pytest.mark.parametrize(
    "broken",
    [
        "收入支|出总计2331.34万元，较上年增加742.15万元。",
        "年初预算为|328.91万元，支出决算为256.55万元。",
        "年初预算328.91万元，支出256.55万元，完成年初预算的|78.01%",
        "年初预算328.91万元，支出256.55万元，完|成年初预算的78.01%",
        "由243.23万元增加到991.45万|元，翻了两番。",
        "收入支出总计|167.01万元。与上年相比增加62.43万元。",
        "2025年|预算执行数为641.20万元，比上年增加。",
    ],
)
def test_a_broken_sentence_is_one_paragraph(broken: str) -> None:
    assert paragraphs(broken.replace("|", "\n")) == [broken.replace("|", "")]


@pytest.mark.parametrize(
    "apart",
    [
        "二、评价目的|为加强管理，提高资金使用效益。",
        "部门决算情况说明|收入总计167.01万元。",
        "较好完成了各项任务。|2025年预算为100.00万元，增长5%。",
    ],
)
def test_headings_and_finished_lines_stand_alone(apart: str) -> None:
    assert paragraphs(apart.replace("|", "\n")) == apart.split("|")
