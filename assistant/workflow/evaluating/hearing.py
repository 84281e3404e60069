"""评测听话：模型指出的命令，引文属实几条；连同读话规则读出的事实，对了几条、错了几条（增减不计）。"""

import re
from typing import NamedTuple

from assistant.domain.facts import Fact
from assistant.domain.outline import split_key
from assistant.domain.prompt_cases import PromptCase
from assistant.domain.quantities import Quantity
from assistant.reading.talk.quoting import standing
from assistant.reading.text.quantities import mentions
from assistant.workflow.books import Book
from assistant.workflow.desk import Desk
from assistant.workflow.interview.commands import orders
from assistant.workflow.interview.extraction import extract
from assistant.workflow.interview.listening import listen
from assistant.workflow.interview.proposing import Reading

_NOTE = re.compile(r"(?P<label>\S+) (?P<value>\S+?)(?: @(?P<year>\d{4}))?")


class Heard(NamedTuple):
    """一段话听得怎样。note 非空：没有听成。"""

    quoted: tuple[int, int] = (0, 0)
    found: int = 0
    wrong: int = 0
    note: str = ""


class _Expected(NamedTuple):
    key: str
    year: int
    value: Quantity


def heard(desk: Desk, book: Book, case: PromptCase) -> Heard:
    """请模型听，再由代码核对、读数。"""
    told = listen(desk, book, case.said, (), seen=True)
    if told.note:
        return Heard(note=told.note)
    standing_quotes = sum(bool(standing(c.quote, case.said)) for c in told.commands)
    given = orders(told.commands, case.said, book.outline)
    readings = extract(book, case.said, (), given).readings
    expected = [_expected(note, book) for note in case.expect]
    found = sum(any(_same(r, e) for r in readings) for e in expected)
    own = (reading for reading in readings if not split_key(reading.key)[1])
    wrong = sum(not any(_same(reading, e) for e in expected) for reading in own)
    return Heard((standing_quotes, len(told.commands)), found, wrong)


def _expected(note: str, book: Book) -> _Expected:
    match = _NOTE.fullmatch(note)
    fields = {field.label: field for field in book.outline.fields}
    if match is None or match["label"] not in fields:
        raise ValueError(f"用例写法不对：{note}")
    year = int(match["year"] or book.report.year)
    return _Expected(fields[match["label"]].key, year, mentions(match["value"])[0].quantity)


def _same(reading: Reading | Fact, expected: _Expected) -> bool:
    value = reading.value
    return (
        (reading.key, reading.year) == (expected.key, expected.year)
        and isinstance(value, Quantity)
        and value.base == expected.value.base
    )
