"""断言写成毛病：有加有减的写成算式。"""

from assistant.checks.statements import account
from assistant.domain.document import plain
from assistant.domain.statements import Verdict
from assistant.reading.reading import read


def told(text: str) -> list[str]:
    document = plain("a.txt", text)
    wrong = (x for x in read(document).statements if x.verdict is Verdict.INCONSISTENT)
    return [account(document, each) for each in wrong]


def test_what_is_taken_off_is_written_with_a_minus_sign() -> None:
    assert told("9家企业盈利660.00万元，2家企业亏损145.00万元，实现利润551.00万元。") == [
        "差额写551.00万元，按660.00万元－145.00万元应为515.00万元。"
    ]


def test_a_plain_sum_is_told_by_its_parts() -> None:
    assert told("收入合计900.00万元，其中：财政拨款600.00万元，其他收入200.00万元。") == [
        "合计写900.00万元，按各项之和（600.00万元、200.00万元）应为800.00万元。"
    ]
