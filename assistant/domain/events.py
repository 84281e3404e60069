"""事件：一份报告的全部经过。只追加，逐条哈希相连。

报告 = 对事件的折叠。续写、撤销、版本、留痕、冲突检测是同一个机制。
"""

import hashlib
import json
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.draft import DraftVersion
from assistant.domain.evidence import Citation
from assistant.domain.facts import Fact, Frozen, Value


class ReportOpened(Frozen):
    """新建报告。"""

    kind: Literal["report_opened"] = "report_opened"
    bureau: str
    year: int = Field(ge=2000, le=2100)
    locality: str
    outline: str
    rolled_from: str = ""


class TurnSaid(Frozen):
    """办事人员说的一段话，先存后答。"""

    kind: Literal["turn_said"] = "turn_said"
    text: str


class TurnAnswered(Frozen):
    """对上一段话的答复。

    citations  其中答了法规问题时所引的条款
    asked      接着问的地址
    withheld   没有送给模型、等人看过的话，遮过的样子
    """

    kind: Literal["turn_answered"] = "turn_answered"
    reply: str
    citations: tuple[Citation, ...] = ()
    asked: tuple[str, ...] = ()
    withheld: str = ""


class FactsProposed(Frozen):
    """提出的事实，待确认。"""

    kind: Literal["facts_proposed"] = "facts_proposed"
    facts: tuple[Fact, ...]


class FactConfirmed(Frozen):
    """确认一条事实；它所更正的旧事实同时失效。"""

    kind: Literal["fact_confirmed"] = "fact_confirmed"
    fact: str


class FactCorrected(Frozen):
    """直接改一条事实的值（新值立即有效）。"""

    kind: Literal["fact_corrected"] = "fact_corrected"
    fact: str
    replacement: str
    value: Value
    reason: str


class FactWithdrawn(Frozen):
    """撤回一条事实。"""

    kind: Literal["fact_withdrawn"] = "fact_withdrawn"
    fact: str
    reason: str = ""


class FieldsDeclined(Frozen):
    """暂不回答的字段：不知道、跳过，交给某股室；none 是没有这回事，不算缺。"""

    kind: Literal["fields_declined"] = "fields_declined"
    keys: tuple[str, ...]
    how: Literal["unknown", "skip", "office", "none"]
    office: str = ""


class SectionDrafted(Frozen):
    """写成一节的一个版本。"""

    kind: Literal["section_drafted"] = "section_drafted"
    draft: DraftVersion


class CitationInserted(Frozen):
    """把一条法规依据写进某节。text 是印出的话，为空时只印名称和条号。"""

    kind: Literal["citation_inserted"] = "citation_inserted"
    section: str
    citation: Citation
    text: str = ""


class CitationWithdrawn(Frozen):
    """从某节拿掉写进去的一条；at 是写进去那条事件的序号。"""

    kind: Literal["citation_withdrawn"] = "citation_withdrawn"
    section: str
    at: int


class FileAttached(Frozen):
    """附上一个材料文件。year 是办事人员指明的年度，材料自己写了年度的为 0。"""

    kind: Literal["file_attached"] = "file_attached"
    name: str
    sha256: str
    size: int
    year: int = 0


class PointsEntered(Frozen):
    """人给自评表的一个指标打的分和理由。file 是文件摘要，cell 是得分格；系统算的分不因此改变。"""

    kind: Literal["points_entered"] = "points_entered"
    file: str
    sheet: str
    cell: str
    points: Decimal = Field(ge=0)
    reason: str


class EvidenceNoted(Frozen):
    """给自评表的一个指标记下佐证材料：文件名和页码，几份用分号隔开；空白是去掉。cell 是得分格。"""

    kind: Literal["evidence_noted"] = "evidence_noted"
    file: str
    sheet: str
    cell: str
    text: str


class FindingAccepted(Frozen):
    """具名人员说明理由后接受一条问题。"""

    kind: Literal["finding_accepted"] = "finding_accepted"
    finding: str
    code: str
    quote: str
    reason: str


class ReportExported(Frozen):
    """导出一次。files 是文件名与摘要。"""

    kind: Literal["report_exported"] = "report_exported"
    files: tuple[tuple[str, str], ...]


class Rewound(Frozen):
    """退回：报告回到第 to 条记录之后的样子；之后的记录仍在，只是不再算数。"""

    kind: Literal["rewound"] = "rewound"
    to: int = Field(ge=1)


Payload = Annotated[
    ReportOpened
    | TurnSaid
    | TurnAnswered
    | FactsProposed
    | FactConfirmed
    | FactCorrected
    | FactWithdrawn
    | FieldsDeclined
    | SectionDrafted
    | CitationInserted
    | CitationWithdrawn
    | FileAttached
    | PointsEntered
    | EvidenceNoted
    | FindingAccepted
    | ReportExported
    | Rewound,
    Field(discriminator="kind"),
]


class Event(Frozen):
    """一条事件。hash 覆盖前一条的 hash 与本条全部内容。"""

    report_id: str
    seq: int = Field(ge=1)
    at: str
    actor: str
    payload: Payload
    prev: str
    hash: str


GENESIS = "0" * 64


def seal(report_id: str, seq: int, at: str, actor: str, payload: Payload, prev: str) -> Event:
    """给一条内容编号并封上哈希。"""
    body = json.dumps(
        [report_id, seq, at, actor, payload.model_dump(mode="json"), prev],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    digest = hashlib.sha256(body.encode()).hexdigest()
    return Event(
        report_id=report_id, seq=seq, at=at, actor=actor, payload=payload, prev=prev, hash=digest
    )


def broken_at(events: tuple[Event, ...]) -> int | None:
    """哈希链第一处断裂的序号；完好返回 None。"""
    prev = GENESIS
    for number, event in enumerate(events, 1):
        again = seal(event.report_id, number, event.at, event.actor, event.payload, prev)
        if again != event:
            return number
        prev = event.hash
    return None
