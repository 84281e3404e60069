"""写报告时的提问：年度、地区和要遮的人名都取自这份报告。"""

from collections.abc import Sequence

from assistant.domain.evidence import Answer
from assistant.workflow.books import Book
from assistant.workflow.consultation import ask
from assistant.workflow.desk import Desk
from assistant.workflow.interview.listening import nameless, names_of


def ask_in(desk: Desk, book: Book, question: str, history: Sequence[str] = ()) -> Answer:
    """答一个问题；取报告年度末有效的规定。"""
    report = book.report
    model = desk.model.serving(report.id, names_of(book)) if desk.model else None
    return ask(
        desk,
        nameless(question, book),
        year=report.year,
        locality=report.locality,
        history=tuple(nameless(each, book) for each in history),
        model=model,
    )
