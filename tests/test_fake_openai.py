"""手工演示：终端里打的一行就是下一次请求的故障。"""

import pytest

from tests.fake_openai import Fault, ordered


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("500\n", Fault("status", 500)),
        ("429 2\n", Fault("status", 429, header=("retry-after", "2"))),
        ("hang", Fault("hang", seconds=30)),
        ("slow 5", Fault("slow", seconds=5)),
        ("raw 全年执行数4321万元", Fault("raw", text="全年执行数4321万元")),
        ("cut", Fault("cut")),
        ("随便", None),
    ],
)
def test_a_typed_line_is_a_fault(typed: str, fault: Fault | None) -> None:
    assert ordered(typed) == fault
