"""交出文书：一份文件查完，有哪些文书可拿，叫什么名字。命令写到文件夹，页面给下载。"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from assistant.domain.checked import CheckResult
from assistant.domain.findings import Waiver
from assistant.domain.locality import Locality
from assistant.workflow.checking.certifying import certify
from assistant.workflow.desk import CheckDesk

_KINDS = ("问题清单.xlsx", "核查证明.docx", "核查证明.json")


class Checked(NamedTuple):
    """查完的一份：原件的字节、结果、怎么查的、什么时候查的、接受了哪些。"""

    content: bytes
    result: CheckResult
    locality: Locality
    year: int | None
    at: datetime
    accepted: Sequence[Waiver] = ()


class Paper(NamedTuple):
    """一份文书。make 造出它的字节，要时才造。"""

    label: str
    title: str
    make: Callable[[], bytes]


def titles(name: str) -> tuple[str, ...]:
    """一份文件的各种文书叫什么，先写的在前。"""
    commented = (f"{name}.批注.docx",) if _is_docx(name) else ()
    return (*commented, *(f"{name}.{kind}" for kind in _KINDS))


def papers(desk: CheckDesk, checked: Checked) -> tuple[Paper, ...]:
    """全部文书；带批注的原件只有 docx 才有。"""
    content, result, locality, year, at, accepted = checked
    name = result.document.name
    certificate = certify(result, content, locality, year, desk.papers.rule_pack(), at, accepted)
    common: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("问题清单", lambda: desk.papers.workbook(result, at)),
        ("核查证明", lambda: desk.papers.page(certificate)),
        ("核查证明（机读）", certificate.to_json),
    )

    def comments() -> bytes:
        return desk.papers.comments(name, content, result.findings, at)

    kinds = (("带批注的原件", comments), *common) if _is_docx(name) else common
    made = zip(kinds, titles(name), strict=True)
    return tuple(Paper(label, title, make) for (label, make), title in made)


def _is_docx(name: str) -> bool:
    return name.lower().endswith(".docx")


def deliver(desk: CheckDesk, checked: Checked, folder: Path) -> list[Path]:
    """把全部文书写到文件夹；返回写了哪些。"""
    written = []
    for paper in papers(desk, checked):
        desk.papers.save(folder / paper.title, paper.make())
        written.append(folder / paper.title)
    return written
