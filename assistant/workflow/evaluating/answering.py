"""评测答问：给出用例自带的条款，看模型的话有几句凭得住；答不了的，一句也不该有。"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.evidence import Hit, Passage, Source
from assistant.domain.prompt_cases import CasePassage, PromptCase
from assistant.workflow.answers.writing import write
from assistant.workflow.desk import Desk


class Answered(NamedTuple):
    """一问答得怎样。

    quoted  核对得过的句数和模型写的句数
    found   应说到的，说到了几处；wrong 条款答不了，却留下的句数
    note    非空：没有用上模型，或第一句去掉的缘由
    """

    quoted: tuple[int, int] = (0, 0)
    heard: bool = False
    found: int = 0
    wrong: int = 0
    note: str = ""


def answered(desk: Desk, year: int, case: PromptCase) -> Answered:
    """请模型答，逐句由产品里同一段代码核对。"""
    written = write(desk, desk.model, case.said, year, list(_hits(case)))
    said = "".join(sentence.text for sentence in written.sentences)
    kept = len(written.sentences)
    return Answered(
        quoted=(kept, kept + len(written.removed)),
        heard=written.heard,
        found=sum(words in said for words in case.expect),
        wrong=0 if case.expect else kept,
        note=written.note or next(iter(written.removed), ""),
    )


def _hits(case: PromptCase) -> Iterator[Hit]:
    for number, given in enumerate(case.passages, 1):
        yield Hit(passage=_passage(number, given), score=1.0)


def _passage(number: int, given: CasePassage) -> Passage:
    source = Source(
        id=f"case-{number}",
        title=given.title,
        document_number=given.document_number,
        verbatim=True,
    )
    return Passage(
        id=f"{source.id}#{given.provision}",
        source=source,
        provision=given.provision,
        text=given.text,
    )
