"""续查：一批查到一半停了，再查到同一个文件夹时，文书齐全而输入没变的不重做。

输入是被查的文件、规则包、地区口径、年度、资料库；哪一样变了都从头做。机读结果最后写，并记着证明的编号：
两者相合，才是同一次查的、而且写完了。
"""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from assistant.domain.certificate import Certificate
from assistant.domain.errors import BadInput
from assistant.domain.locality import Locality
from assistant.workflow.checking.certifying import digest
from assistant.workflow.checking.handing_over import titles
from assistant.workflow.desk import CheckDesk

_NUMBER = "certificate"


class Kept(NamedTuple):
    """上次留下的：证明，和 contract 的 check 对象。"""

    certificate: Certificate
    result: dict[str, Any]


def keep(desk: CheckDesk, folder: Path, name: str, result: dict[str, Any]) -> None:
    """文书写好以后，存下机读结果。"""
    certificate = _certificate(desk, folder, name)
    if certificate:
        whole = result | {_NUMBER: certificate.number}
        desk.papers.save(folder / _title(name), to_json(whole))


def kept(
    desk: CheckDesk, locality: Locality, year: int | None, name: str, content: bytes, folder: Path
) -> Kept | None:
    """上次查过、现在仍然作数的；没有、不齐、变了都是 None。"""
    certificate, result = _certificate(desk, folder, name), _result(desk, folder, name)
    if certificate is None or result.pop(_NUMBER, "") != certificate.number:
        return None
    then = (
        certificate.number,
        certificate.sha256,
        certificate.rules,
        certificate.locality_sha256,
        certificate.library_sha256,
        certificate.year,
        certificate.accepted,
    )
    now = (
        certificate.numbered().number,
        hashlib.sha256(content).hexdigest(),
        desk.papers.rule_pack(),
        digest(locality),
        desk.library.shelf().digest,
        year,
        (),
    )
    whole = all(desk.papers.load(folder / title) for title in titles(name))
    return Kept(certificate, result) if whole and then == now else None


def _title(name: str) -> str:
    return f"{name}.核查结果.json"


def _certificate(desk: CheckDesk, folder: Path, name: str) -> Certificate | None:
    title = titles(name)[-1]
    issued = desk.papers.load(folder / title)
    try:
        return desk.papers.parse(title, issued) if issued else None
    except BadInput:
        return None


def _result(desk: CheckDesk, folder: Path, name: str) -> dict[str, Any]:
    """机读结果；没有或残缺的是空的。"""
    try:
        result = from_json(desk.papers.load(folder / _title(name)) or b"{}")
    except ValueError:
        return {}
    return result if isinstance(result, dict) else {}
