"""对得上的词。"""

import pytest

from assistant.reading.law.matching import matched

TEXT = (
    "因上级政府增加不需要本级政府提供配套资金的专项转移支付而引起的预算支出变化，不属于预算调整。"
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("年中追加的上级专项算不算预算调整？", ("预算调整", "上级", "专项")),
        ("专项转移支付要不要配套资金", ("专项转移支付", "配套资金")),
        ("今天天气怎么样", ()),
        ("", ()),
        ("需要的是什么", ()),
    ],
)
def test_words_on_both_sides_are_found_longest_first(question: str, words: tuple[str, ...]) -> None:
    assert matched(question, TEXT) == words
