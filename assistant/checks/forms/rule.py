"""表格规则的登记。规则只说哪一格有什么毛病；代号与程度在登记处。"""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from assistant.checks.rule import described
from assistant.domain.findings import Severity

Subject = TypeVar("Subject")


class CellFault(NamedTuple):
    """一格的毛病。expected 是应当的值（能确定时）；sheet 只在规则看几张表时写。"""

    cell: str
    message: str
    expected: str = ""
    sheet: str = ""


class CellFinding(NamedTuple):
    """一条校核结果，指到表和格。"""

    code: str
    name: str
    severity: Severity
    sheet: str
    cell: str
    message: str
    expected: str = ""


class Rule(NamedTuple, Generic[Subject]):
    """一条规则。words 是一句话说明，wrong 和 right 是例文：在一份好表上的几处改动。"""

    code: str
    name: str
    severity: Severity
    words: str
    basis: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    check: Callable[[Subject], Iterator[CellFault]]

    @property
    def family(self) -> str:
        """得分一类。"""
        return self.code[:3]


class Rulebook(Generic[Subject]):
    """同一种对象的规则，按登记次序执行；一格只报最先登记的一条。"""

    def __init__(self) -> None:
        self.rules: list[Rule[Subject]] = []

    def __call__(
        self, code: str, name: str, severity: Severity
    ) -> Callable[
        [Callable[[Subject], Iterator[CellFault]]], Callable[[Subject], Iterator[CellFault]]
    ]:
        """登记一条规则。"""

        def register(
            check: Callable[[Subject], Iterator[CellFault]],
        ) -> Callable[[Subject], Iterator[CellFault]]:
            if any(rule.code == code for rule in self.rules):
                raise ValueError(f"规则代号 {code} 重复")
            words, basis, wrong, right = described(check.__doc__ or "")
            if not (words and basis and wrong and right):
                raise ValueError(f"规则 {code} 的说明不全：要有一句话、依据、错例、正例")
            self.rules.append(Rule(code, name, severity, words, basis, wrong, right, check))
            return check

        return register

    def run(self, subject: Subject, sheet: str = "") -> tuple[CellFinding, ...]:
        """全部规则的结果。"""
        found: dict[tuple[str, str], CellFinding] = {}
        for rule in self.rules:
            for fault in rule.check(subject):
                key = (fault.sheet, fault.cell or f"{rule.code}{fault.message}")
                found.setdefault(key, _finding(rule, sheet, fault))
        return tuple(found.values())


def _finding(rule: Rule[Subject], sheet: str, fault: CellFault) -> CellFinding:
    return CellFinding(
        rule.code,
        rule.name,
        rule.severity,
        fault.sheet or sheet,
        fault.cell,
        fault.message,
        fault.expected,
    )


def must_fix(findings: Iterable[CellFinding]) -> bool:
    """有必改。"""
    return any(finding.severity is Severity.MUST for finding in findings)
