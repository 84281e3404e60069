"""由模型写成短句：每句指明凭哪一段、照抄哪句原话；代码逐句核，核不过的不要。"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import Field

from assistant.checks.answers.grounding import Said, fault_in
from assistant.domain.errors import Unavailable
from assistant.domain.evidence import Hit, Passage
from assistant.domain.facts import Frozen
from assistant.model_ports import LanguageModel
from assistant.workflow.desk import Desk

_OFFERED, _LENGTH = 6, 1500
INSTEAD = "下面是条款原文。"


class Spoken(Frozen):
    """模型答复里的一句。"""

    text: str
    passage: str
    quote: str


class Sentences(Frozen):
    """模型的答复。"""

    sentences: tuple[Spoken, ...] = Field((), max_length=12)


class Written(NamedTuple):
    """写成的几句。

    heard    模型答了话（哪怕一句也没留下）
    removed  核不过而去掉的几句，各是为什么
    note     非空：没有用上模型，是一句给人看的缘由
    """

    sentences: tuple[Said, ...] = ()
    heard: bool = False
    removed: tuple[str, ...] = ()
    note: str = ""


def write(
    desk: Desk, model: LanguageModel | None, question: str, year: int, hits: Sequence[Hit]
) -> Written:
    """请模型答。没有接模型、模型不在、话里有不宜送出的，都只是没有句子。"""
    if model is None:
        return Written()
    offered = {f"P{n}": hit.passage for n, hit in enumerate(hits[:_OFFERED], 1)}
    inputs = {"question": question, "year": str(year), "passages": _shown(offered)}
    try:
        reply = model.reply(desk.prompts.prompt("answer"), inputs, Sentences)
    except Unavailable as error:
        return Written(note=f"{error.words}{INSTEAD}")
    kept: dict[str, Said] = {}
    removed: list[str] = []
    for spoken in reply.sentences:
        said = Said(spoken.text.strip(), spoken.passage.strip().strip("[]"), spoken.quote)
        if why := fault_in(said, offered, question):
            removed.append(why)
        else:
            kept.setdefault(said.text, said._replace(passage=offered[said.passage].id))
    return Written(tuple(kept.values()), True, tuple(removed))


def _shown(offered: Mapping[str, Passage]) -> str:
    return "\n\n".join(
        f"[{key}]《{p.source.name}》{p.source.document_number}{p.provision}\n{p.text[:_LENGTH]}"
        for key, p in offered.items()
    )
