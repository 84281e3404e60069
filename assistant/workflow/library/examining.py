"""读和切分：都在工作进程里，有时限；怪文件只失这一份，拖不住页面。"""

from functools import partial
from pathlib import PurePath
from typing import Literal, NamedTuple

from assistant.domain.document import Document
from assistant.domain.errors import JigaoError, Unreadable
from assistant.domain.evidence import Passage, Source
from assistant.reading.law.statutes import NoStructure, Statute, split_document
from assistant.workflow.checking.inspecting import SECONDS, Upload
from assistant.workflow.desk import Desk
from assistant.workflow.library.samples import is_past_report, sample

Kind = Literal["regulation", "report"]


class Examined(NamedTuple):
    """读出来的：一份法规，或一份往年报告的样子。"""

    notes: tuple[str, ...]
    recognised: bool
    statute: Statute | None = None
    report: tuple[Source, tuple[Passage, ...]] | None = None


def examine(desk: Desk, upload: Upload, kind: Kind | None, letters: str) -> Examined:
    """读一份并切分；kind 不给时自己认；letters 是摘要的字母写法。读不了抛 Unreadable。"""
    job = partial(_examined, desk, kind, letters)
    for done in desk.workers.each(job, [upload], 1, SECONDS):
        if isinstance(done, JigaoError):
            raise done
        return done
    raise AssertionError("一件事必有一个结果")


def _examined(desk: Desk, kind: Kind | None, letters: str, upload: Upload) -> Examined:
    document = desk.reader.read(*upload)
    about = (document.notes, document.recognised)
    if kind == "report" or (kind is None and is_past_report(document)):
        return Examined(*about, report=sample(document, letters))
    return Examined(*about, statute=_split(document))


def _split(document: Document) -> Statute:
    try:
        return split_document(document, PurePath(document.name).stem)
    except NoStructure as error:
        raise Unreadable(
            f"{document.name} 里没有认出“第…条”，也没有“一、”“（一）”这样的层次，没有收",
            "请确认是法规或通知的全文；扫描件请先识别成文字，再核对后导入。",
        ) from error
