"""两处不一致：同一项同一年有几个不同的值，各有出处；并列出来由人选一个。"""

from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import FactConfirmed, FactWithdrawn
from assistant.domain.facts import Fact, Value, shown
from assistant.domain.quantities import Quantity
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk


class Rivalry(NamedTuple):
    """同一项同一年的几个不同的值，各有出处，须由人选一个。"""

    key: str
    year: int
    facts: tuple[Fact, ...]

    def words(self, book: Book) -> str:
        """各处的值和出处并列。"""
        sides = "；".join(f"{shown(f.value)[:80]}（{f.provenance.origin}）" for f in self.facts)
        return f"{self.year}年“{book.ledger.label(self.key)}”有不同的值：{sides}。请选一个。"


def rivalries(book: Book) -> tuple[Rivalry, ...]:
    """等人选的：同一项同一年，有效的和待确认的值里有不同的。明说是更正的不算。"""
    live = (*book.report.confirmed(), *book.report.proposed())
    corrected = {fact.corrects for fact in live}
    groups: dict[tuple[str, int], list[Fact]] = {}
    for fact in live:
        if fact.id not in corrected:
            groups.setdefault((fact.key, fact.year), []).append(fact)
    return tuple(
        Rivalry(key, year, tuple(facts))
        for (key, year), facts in groups.items()
        if any(not same_value(facts[0].value, other.value) for other in facts[1:])
    )


def choose(desk: Desk, report_id: str, fact_id: str, by: str) -> Book:
    """选定一个值：它有效，同一项同一年的其他值撤回。"""
    book = open_book(desk, report_id)
    fact = book.report.facts.get(fact_id)
    if fact is None or fact.status == "withdrawn":
        raise BadInput(f"没有可选的事实 {fact_id}", "它可能已在别处撤回，请刷新后再选。")
    source = fact.provenance.source or fact.provenance.kind.label
    dropped = [
        FactWithdrawn(fact=other.id, reason=f"选用了{source}的数")
        for other in (*book.report.confirmed(), *book.report.proposed())
        if (other.key, other.year) == (fact.key, fact.year) and other.id != fact_id
    ]
    confirmed = [FactConfirmed(fact=fact_id)] if fact.status == "proposed" else []
    return record(desk, book, by, *dropped, *confirmed)


def same_value(one: Value, other: Value) -> bool:
    """同一个值：数量折成基本单位比。"""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.base == other.base and one.dimension is other.dimension
    return one == other
