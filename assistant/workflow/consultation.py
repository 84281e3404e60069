"""法规问答：答的是库里的条款；库里没有就说没有，并说问谁。"""

from collections.abc import Sequence
from datetime import date

from assistant.domain.evidence import Answer, Citation, Hit, Query, Ranked
from assistant.workflow.desk import Desk

NOTHING = "库中没有依据。请问本级财政部门预算绩效管理机构，或查阅当年通知。"


def ask(
    desk: Desk,
    question: str,
    *,
    year: int | None = None,
    locality: str = "",
    top: int = 5,
    history: Sequence[str] = (),
) -> Answer:
    """答一个问题；year 是报告年度，取当年末有效的规定。"""
    on = date(year, 12, 31) if year else desk.clock.now().date()
    found = desk.evidence.search(
        Query(question=question, on=on, locality=locality, top=top, history=tuple(history))
    )
    ranked = tuple(
        Ranked(source=h.passage.source.name, provision=h.passage.provision, score=h.score)
        for h in found.hits
    )
    if not found.grounded:
        words = found.why or NOTHING
        return Answer(
            question=question, answered=False, answer=words, ranked=ranked, notice=found.notice
        )
    sure = [hit for hit in found.hits if hit.passage.source.verified]
    cited = tuple(_citation(hit) for hit in sure[:3])
    words = "\n".join(f"《{c.source}》{c.provision}：{c.text}" for c in cited)
    return Answer(
        question=question,
        answered=True,
        answer=words,
        citations=cited,
        ranked=ranked,
        notice=found.notice,
    )


def _citation(hit: Hit) -> Citation:
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
    )
