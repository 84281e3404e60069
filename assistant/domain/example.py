"""示例报告：一份虚构的、事实齐全的报告，来自 knowledge/reports 的数据。"""

from assistant.domain.facts import Frozen, Value


class ExampleFact(Frozen):
    """一项事实；year 缺省为报告年度。数量写成 712.35万元。"""

    key: str
    year: int = 0
    value: Value


class Example(Frozen):
    """一份示例。"""

    id: str
    bureau: str
    year: int
    locality: str
    outline: str
    source: str
    facts: tuple[ExampleFact, ...]
