"""改一个事实会牵动报告里的哪些数字：用同一套算法重算一遍，只看不存。"""

from collections.abc import Iterator

from assistant.domain.errors import BadInput
from assistant.domain.facts import Fact, Value, fault_of_value
from assistant.domain.ledger import Ledger
from assistant.domain.quantities import Quantity
from assistant.reading.forms.text import number_in, squeezed
from assistant.scoring.ledger import ledger_of
from assistant.workflow.books import Book
from assistant.workflow.scoring.what_if import Change


def changeable(book: Book) -> tuple[Fact, ...]:
    """可以试改的事实：本年、上年的数量。"""
    return tuple(f for f in book.report.confirmed() if isinstance(f.value, Quantity))


def fact_ripple(book: Book, fact_id: str, text: str) -> tuple[Change, ...]:
    """把一条事实改成 text 后，各数字从多少变到多少。读不成数抛 BadInput。"""
    fact = book.report.facts[fact_id]
    new = fact.model_copy(update={"value": _value(fact, text, book)})
    facts = [new if each.id == fact_id else each for each in book.report.confirmed()]
    after = ledger_of(facts, book.outline, book.locality, book.report.year)
    return tuple(_changes(book.ledger, after))


def _value(fact: Fact, text: str, book: Book) -> Value:
    read = number_in(squeezed(text))
    if read is None or not isinstance(fact.value, Quantity):
        raise BadInput(f"“{text}”不是一个数", "请写成 12.50 或 12.50万元 的样子。")
    value = Quantity(value=read[0], unit=read[1] or fact.value.unit)
    field = book.outline.field(fact.key)
    fault = fault_of_value(field, value) if field is not None else None
    if fault is not None:
        raise BadInput(fault, "请改正后再试。")
    return value


def _changes(before: Ledger, after: Ledger) -> Iterator[Change]:
    addresses = dict.fromkeys((*before.figures, *after.figures, *before.texts, *after.texts))
    for address in addresses:
        one, other = _shown(before, address), _shown(after, address)
        if one != other and not address.startswith(("report.", "locality.")):
            yield Change(after.label(address), one, other)


def _shown(ledger: Ledger, address: str) -> str:
    if address in ledger.figures:
        return str(ledger.figures[address].quantity)
    return str(ledger.texts.get(address, ""))
