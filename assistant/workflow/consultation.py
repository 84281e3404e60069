"""法规问答：答的是库里的条款；库里没有就说没有，并说问谁。

没有模型，给出排在前面的条款本身；接了模型，由它写成短句，每句经代码核对，核不过的不要。
"""

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.domain.evidence import Answer, Citation, Hit, Query, Ranked, Retrieval, Sentence
from assistant.model_ports import LanguageModel
from assistant.reading.law.matching import matched
from assistant.workflow.answers.writing import Written, write
from assistant.workflow.desk import Desk

NOTHING = "库中没有依据。请问本级财政部门预算绩效管理机构，或查阅当年通知。"
UNSUPPORTED = (
    "库中没有依据：找到的条款答不了这个问题。请问本级财政部门预算绩效管理机构，或查阅当年通知。"
)
_CITED, _NEAREST = 3, 3
_NEAR = 0.6


def ask(
    desk: Desk,
    question: str,
    *,
    year: int | None = None,
    locality: str = "",
    top: int = 5,
    history: Sequence[str] = (),
    model: LanguageModel | None = None,
) -> Answer:
    """答一个问题；year 是报告年度，取当年末有效的规定；history 是前几问，旧的在前。

    model 是为某份报告办事的模型（已知要遮哪些人名）；不给就用桌上的。
    """
    on = date(year, 12, 31) if year else desk.clock.now().date()
    query = Query(question=question, on=on, locality=locality, top=top, history=tuple(history))
    found = desk.evidence.search(query)
    blank = Answer(
        question=question,
        answered=False,
        answer="",
        ranked=tuple(_ranked(hit) for hit in found.hits),
        notice=found.notice,
        on=on,
        leads=tuple(_citation(hit, question) for hit in found.leads),
    )
    if not found.grounded or not found.hits:
        return _without(blank, _near(found), found.why or NOTHING)
    written = write(desk, model or desk.model, question, on.year, found.hits)
    if written.sentences:
        return _in_sentences(blank, found.hits, written)
    if written.heard:
        return _without(blank, _near(found), UNSUPPORTED)
    return _in_provisions(blank, found, written.note)


def _in_sentences(blank: Answer, sure: Sequence[Hit], written: Written) -> Answer:
    """模型写的短句，每句后面是它的出处。"""
    hits = {hit.passage.id: hit for hit in sure}
    sentences = tuple(Sentence(**said._asdict()) for said in written.sentences)
    quotes = {said.passage: said.quote for said in sentences}
    cited = tuple(
        _citation(hits[i], blank.question).model_copy(update={"quote": quote})
        for i, quote in quotes.items()
    )
    places = {citation.passage: citation.place for citation in cited}
    words = "\n".join(f"{s.text}（{places[s.passage]}）" for s in sentences)
    return _told(blank, words, cited).model_copy(update={"model": True, "sentences": sentences})


def _in_provisions(blank: Answer, found: Retrieval, note: str) -> Answer:
    """条款本身。"""
    cited = tuple(_citation(hit, blank.question) for hit in found.hits[:_CITED])
    notice = "；".join(each for each in (found.notice, note) if each)
    return _told(blank.model_copy(update={"notice": notice}), _listed(cited), cited)


def _told(blank: Answer, words: str, cited: tuple[Citation, ...]) -> Answer:
    return blank.model_copy(
        update={"answered": True, "answer": words + _leading(blank.leads), "citations": cited}
    )


def _without(blank: Answer, sure: Sequence[Hit], words: str) -> Answer:
    """没有依据：说问谁，列出最接近的几条供人自己看。"""
    nearest = tuple(_citation(hit, blank.question) for hit in sure[:_NEAREST])
    near = "、".join(citation.place for citation in nearest)
    said = f"{words}\n最接近的是{near}，是否适用请自己判断。" if near else words
    return blank.model_copy(update={"answer": said + _leading(blank.leads), "nearest": nearest})


def _near(found: Retrieval) -> list[Hit]:
    """与排头的（连同线索）相差不远的；差得远的列出来只会误导。"""
    best = max((hit.score for hit in (*found.hits, *found.leads)), default=0.0)
    return [hit for hit in found.hits if hit.score >= _NEAR * best]


def _leading(leads: Iterable[Citation]) -> str:
    """待核的线索，另起一段。"""
    lines = [f"《{c.source}》{c.document_number}　{c.text}" for c in leads]
    return "\n".join(["", "线索（待核，引用前须核对原文）：", *lines]) if lines else ""


def _listed(cited: Iterable[Citation]) -> str:
    return "\n".join(
        f"{c.place}（{'原文' if c.verbatim else '要点，非原文'}）：{c.text}" for c in cited
    )


def _ranked(hit: Hit) -> Ranked:
    source = hit.passage.source
    return Ranked(source=source.name, provision=hit.passage.provision, score=hit.score)


def _citation(hit: Hit, question: str) -> Citation:
    source = hit.passage.source
    card_number = hit.card.source.document_number if hit.card else ""
    return Citation(
        passage=hit.passage.id,
        source=source.name,
        document_number=source.document_number or card_number,
        provision=hit.passage.provision,
        text=hit.passage.text,
        verbatim=source.verbatim,
        effective_from=hit.effective_from,
        effective_to=hit.effective_to,
        words=matched(question, hit.passage.text),
    )
