"""误报：人认定某条问题报错了，写下理由；攒下来就是规则的回归用例。"""

from assistant.domain.facts import Frozen


class FalseAlarm(Frozen):
    """一条误报。text 是问题所在的整段，quote 是其中被指的字；rules 是当时规则包的摘要。"""

    at: str
    by: str
    reason: str
    file: str
    sha256: str
    rules: str
    finding: str
    code: str
    severity: str
    text: str
    quote: str
    message: str


class RegressionCase(Frozen):
    """回归用例：在 text 上，code 不该再报在 quote 上。姓名和号码已经遮去。"""

    code: str
    text: str
    quote: str
    reason: str
