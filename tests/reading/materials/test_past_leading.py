"""正文里承前的说法：小标题说的是哪一项，执行率后面的得分，带编号的总预算。"""

from tests.reading.materials.test_past_reports import read


def test_a_paragraph_heading_names_what_was_spent() -> None:
    text = "（三）“三公”经费。全年支出9.87万元。"
    assert read(text) == ["three_public.total 2022 9.87万元"]


def test_a_heading_of_something_else_names_nothing() -> None:
    assert read("（三）工作开展。全年支出9.87万元。") == []


def test_points_after_the_execution_rate_are_its_points() -> None:
    assert read("预算执行率98.35%，得9.84分。") == [
        "execution.rate 2022 98.35%",
        "execution.points 2022 9.84分",
    ]


def test_points_after_something_else_are_not_taken() -> None:
    assert read("满意度95.00%，得9.84分。") == ["survey.satisfaction 2022 95.00%"]
