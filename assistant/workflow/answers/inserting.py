"""写入报告：一条依据连同要印的话写进某一节，随时可以拿掉。原文才用引号，要点不用。"""

from collections.abc import Sequence

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.events import CitationInserted, CitationWithdrawn
from assistant.domain.evidence import Answer, Citation
from assistant.domain.outline import Section
from assistant.domain.report import Inserted
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk

LONGEST = 600
_QUOTE = 240


def suggestion(citation: Citation, answer: Answer | None = None) -> str:
    """建议印出的话，写入之前人可以改。"""
    own = [s.text for s in answer.sentences if s.passage == citation.passage] if answer else []
    if own:
        return f"{''.join(text.rstrip('。') + '。' for text in own)[:-1]}（依据{citation.place}）。"
    if not citation.verbatim:
        return f"依据{citation.place}，{citation.text}"
    return f"{citation.place}规定：“{_best(citation)}”"


def _best(citation: Citation) -> str:
    """一条有几款的，取与问题最对得上的一款；太长的到句号为止。"""
    paragraphs = citation.text.split("\n")
    wanted = citation.words or (citation.quote,)
    best = max(paragraphs, key=lambda text: sum(word in text for word in wanted if word))
    if len(best) <= _QUOTE:
        return best
    stop = best.rfind("。", 0, _QUOTE)
    return best[: stop + 1] if stop > 0 else f"{best[:_QUOTE]}……"


def sections(book: Book) -> tuple[Section, ...]:
    """可以写进去的各节。"""
    return tuple(section for section in book.outline.sections if section.body)


def insert(
    desk: Desk, report_id: str, section_id: str, citation: Citation, text: str, by: str
) -> Book:
    """写进某一节的末尾。话里没有写出处的，补在后面。"""
    book = open_book(desk, report_id)
    said = " ".join(text.split())
    if section_id not in {section.id for section in sections(book)}:
        raise NotFound(f"没有 {section_id} 这一节", "请从列出的章节里选。")
    if desk.library.shelf().passage(citation.passage) is None:
        raise NotFound(f"资料库里没有{citation.place}", "可能刚被移去，请重新查一次。")
    if not said or len(said) > LONGEST:
        raise BadInput(f"要写的话应有1到{LONGEST}字", "请改短一些，或只写要紧的一款。")
    if "{{" in said:
        raise BadInput("要写的话里有花括号", "请去掉花括号。")
    if citation.provision not in said:
        said = f"{said.rstrip('。')}（{citation.place}）。"
    payload = CitationInserted(section=section_id, citation=citation, text=said)
    return record(desk, book, by, payload)


def withdraw(desk: Desk, report_id: str, section_id: str, seq: int, by: str) -> Book:
    """拿掉写进去的一条。"""
    book = open_book(desk, report_id)
    if seq not in {each.seq for each in inserted(book, section_id)}:
        raise NotFound("这一条已经不在这一节里", "请刷新后再看。")
    return record(desk, book, by, CitationWithdrawn(section=section_id, at=seq))


def inserted(book: Book, section_id: str) -> Sequence[Inserted]:
    """某一节里写进去的各条。"""
    return book.report.citations.get(section_id, ())
