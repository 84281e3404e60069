"""法规问答：答的是库里的条款；库里没有就说没有，并说问谁。"""

from collections.abc import Sequence
from datetime import date

from assistant.domain.evidence import Answer, Citation, Hit, Ranked
from assistant.workflow.desk import Desk

NOTHING = "库中没有依据。请问本级财政部门预算绩效管理机构，或查阅当年通知。"


def ask(
    desk: Desk,
    question: str,
    *,
    year: int | None = None,
    locality: str = "",
    top: int = 5,
    history: Sequence[str] = (),  # noqa: ARG001 承前的问题由检索改写
) -> Answer:
    """答一个问题；year 是报告年度，取当年末有效的规定。"""
    on = date(year, 12, 31) if year else desk.clock.now().date()
    hits = desk.evidence.search(question, on=on, locality=locality, top=top)
    ranked = tuple(
        Ranked(source=h.passage.source.name, provision=h.passage.provision, score=h.score)
        for h in hits
    )
    sure = [h for h in hits if h.passage.source.verified]
    if not sure:
        return Answer(question=question, answered=False, answer=NOTHING, ranked=ranked)
    cited = tuple(_citation(h) for h in sure[:3])
    words = "\n".join(f"《{c.source}》{c.provision}：{c.text}" for c in cited)
    return Answer(question=question, answered=True, answer=words, citations=cited, ranked=ranked)


def _citation(hit: Hit) -> Citation:
    source = hit.passage.source
    return Citation(
        passage=hit.passage.id,
        source=source.name,
        document_number=source.document_number,
        provision=hit.passage.provision,
        text=hit.passage.text,
        verbatim=source.verbatim,
        effective_from=source.effective_from,
        effective_to=source.effective_to,
    )
