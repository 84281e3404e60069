"""自评表里得分不超过分值；没有格的表不算表。"""

import pytest

from assistant.domain.document import Table, plain
from assistant.domain.findings import Span
from assistant.domain.statements import Cause, Statement, Verdict
from assistant.reading.reading import read
from assistant.reading.tables.table_grids import table_grids

HEAD = "指标\t分值\t得分\n"
ROWS = "产出数量\t20\t{0}\n产出质量\t15\t14.37\n社会效益\t15\t12.41\n满意度\t10\t9.15\n"


def wrong(text: str) -> list[Statement]:
    found = read(plain("a.txt", text)).statements
    return [s for s in found if s.verdict is Verdict.INCONSISTENT]


@pytest.mark.parametrize("score", ["20", "20.00", "19.55", "0"])
def test_a_score_within_its_weight_is_sound(score: str) -> None:
    assert wrong(HEAD + ROWS.format(score)) == []


@pytest.mark.parametrize("score", ["20.01", "20.5", "91.55"])
def test_a_score_above_its_weight_is_wrong(score: str) -> None:
    assert [s.expected for s in wrong(HEAD + ROWS.format(score))] == ["不超过20分"]


def test_extra_points_may_pass_the_weight() -> None:
    assert wrong(HEAD + ROWS.format("21.00") + "加分项\t5\t2.00\n") == []


def test_weights_of_two_neighbouring_rows_swapped() -> None:
    text = HEAD + "数量\t15\t18.64\n质量\t20\t13.29\n时效\t15\t12.94\n经济效益\t15\t14.05\n"
    assert [s.cause for s in wrong(text)] == [Cause.ROWS]


def test_a_table_without_cells_is_no_table() -> None:
    assert list(table_grids(Table((), Span(0, 1)), "")) == []
