"""pdf 一行里的字序：排回原处以后，一个数还是一个数。"""

import pytest

from assistant.adapters.documents.pdf_order import Glyph, joined

CASES = (
    ("11.73", (0.0, 7.0, 13.7, 17.1, 24.0), (4.1, 4.1, 1.5, 5.3, 5.4), "11.73"),
    ("1234", (0.0, 5.5, 14.0, 19.5), (5.0, 5.0, 5.0, 5.0), "12 34"),
    ("支出11", (0.0, 11.0, 24.0, 31.0), (10.0, 10.0, 4.1, 4.1), "支出11"),
)


@pytest.mark.parametrize(("letters", "lefts", "widths", "line"), CASES)
def test_narrow_digits_stay_one_number(
    letters: str, lefts: tuple[float, ...], widths: tuple[float, ...], line: str
) -> None:
    glyphs = [
        Glyph(letter, left, 0.0, left + width, 10.2)
        for letter, left, width in zip(letters, lefts, widths, strict=True)
    ]
    assert joined(glyphs) == line
