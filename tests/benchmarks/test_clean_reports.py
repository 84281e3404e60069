"""干净的虚构报告：数都由算式印出，说成不成立而必改的都是错报。"""

from pathlib import Path

import pytest

from tests.reading.tables.reports import wrong

DATA = Path(__file__).parents[2] / "benchmarks" / "data"
REPORTS = sorted((DATA / "clean").glob("*.txt"))
UNMARRED = sorted(p for p in (DATA / "slips").iterdir() if p.suffix in (".txt", ".md"))


def test_the_clean_reports_are_there() -> None:
    assert len(REPORTS) == 16
    assert len(UNMARRED) >= 22


@pytest.mark.parametrize("path", [*REPORTS, *UNMARRED], ids=lambda path: path.stem)
def test_no_right_figure_is_called_wrong(path: Path) -> None:
    assert [line for line in wrong(path.read_text("utf-8")) if not line.endswith("存疑")] == []
