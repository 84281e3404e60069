"""规则：一个函数，一个代号，一段说明；说明里的错例、正例就是它的测试。

规则只交出毛病（Fault），程度和代号在登记时写明，不由规则决定。
"""

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.domain.findings import Fault, Severity

Check = Callable[[Dossier], Iterator[Fault]]

MUST, DOUBT, HINT = Severity.MUST, Severity.DOUBT, Severity.HINT
_PARTS = ("依据：", "错例：", "正例：")


class Rule(NamedTuple):
    """一条规则。words 是一句话说明，wrong 和 right 是例文。"""

    code: str
    name: str
    severity: Severity
    words: str
    basis: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    check: Check

    @property
    def family(self) -> str:
        """FIG 数字、SCR 得分、FCT 事实、TXT 文字、EVD 佐证、LAW 依据。"""
        return self.code[:3]


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Rule]:
    """登记一条规则；说明写在函数的文档里，缺依据或例文就不让登记。"""

    def register(check: Check) -> Rule:
        words, basis, wrong, right = described(check.__doc__ or "")
        if not (words and basis and wrong and right):
            raise ValueError(f"规则 {code} 的说明不全：要有一句话、依据、错例、正例")
        return Rule(code, name, severity, words, basis, wrong, right, check)

    return register


def described(doc: str) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """规则说明拆成：一句话、依据、错例、正例。"""
    parts: dict[str, list[str]] = {"": [], **{part: [] for part in _PARTS}}
    current = ""
    for line in cleandoc(doc).splitlines():
        part = next((p for p in _PARTS if line.startswith(p)), None)
        if part is not None:
            current, line = part, line.removeprefix(part)
        parts[current].append(line)
    words = " ".join(line.strip() for line in parts[""] if line.strip())
    basis = "".join(line.strip() for line in parts["依据："])
    return words, basis, _examples(parts["错例："]), _examples(parts["正例："])


def _examples(lines: list[str]) -> tuple[str, ...]:
    """空行隔开的各例。"""
    text = cleandoc("\n".join(["", *lines]))
    return tuple(each.strip() for each in text.split("\n\n") if each.strip())
