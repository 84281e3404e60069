"""报告：事件折叠成的当前状态。不可变，每条事件给出一个新值。"""

from typing import NamedTuple

from assistant.domain.draft import DraftVersion
from assistant.domain.events import (
    GENESIS,
    CitationInserted,
    CitationWithdrawn,
    Event,
    EvidenceNoted,
    FactConfirmed,
    FactCorrected,
    FactsProposed,
    FactWithdrawn,
    FieldsDeclined,
    FileAttached,
    FindingAccepted,
    PointsEntered,
    ReportExported,
    ReportOpened,
    Rewound,
    SectionDrafted,
    TurnAnswered,
    TurnSaid,
)
from assistant.domain.evidence import Citation
from assistant.domain.facts import Fact, FactStatus
from assistant.domain.findings import Waiver


class Message(NamedTuple):
    """对话中的一段。who 为空是答复；withheld 是没有送给模型、等人看过的话。"""

    who: str
    text: str
    at: str
    seq: int
    citations: tuple[Citation, ...] = ()
    withheld: str = ""


class Inserted(NamedTuple):
    """写进某节的一条依据。seq 是那条事件的序号；text 是印出的话。"""

    seq: int
    citation: Citation
    text: str

    @property
    def words(self) -> str:
        """印出的一段。"""
        return self.text or f"依据：{self.citation.place}。"


class Report(NamedTuple):
    """一份报告的当前状态。

    facts 按编号；drafts 按章节存全部版本；asked 是历次问过的地址。
    """

    id: str = ""
    bureau: str = ""
    year: int = 0
    locality: str = ""
    outline: str = ""
    rolled_from: str = ""
    opened_at: str = ""
    changed_at: str = ""
    messages: tuple[Message, ...] = ()
    asked: tuple[tuple[str, ...], ...] = ()
    facts: dict[str, Fact] = {}  # noqa: RUF012 从不就地修改
    declined: dict[str, FieldsDeclined] = {}  # noqa: RUF012
    drafts: dict[str, tuple[DraftVersion, ...]] = {}  # noqa: RUF012
    citations: dict[str, tuple[Inserted, ...]] = {}  # noqa: RUF012
    files: tuple[FileAttached, ...] = ()
    points: tuple[PointsEntered, ...] = ()
    evidence: tuple[EvidenceNoted, ...] = ()
    waivers: dict[str, Waiver] = {}  # noqa: RUF012
    exports: tuple[ReportExported, ...] = ()
    seq: int = 0
    head: str = GENESIS

    def confirmed(self) -> tuple[Fact, ...]:
        """有效的事实。"""
        return tuple(f for f in self.facts.values() if f.status == "confirmed")

    def proposed(self) -> tuple[Fact, ...]:
        """等待确认的事实。"""
        return tuple(f for f in self.facts.values() if f.status == "proposed")

    @property
    def waiting(self) -> tuple[Message, ...]:
        """还没有答的话：末尾连着的几段。答到一半断了电，重开时从这里接着答。"""
        answered = [number for number, message in enumerate(self.messages) if not message.who]
        return self.messages[answered[-1] + 1 if answered else 0 :]

    @property
    def answered(self) -> tuple[Message, ...]:
        """已经答过的话和答复。"""
        return self.messages[: len(self.messages) - len(self.waiting)]

    def fact_of(self, key: str, year: int) -> Fact | None:
        """某键某年的有效事实。"""
        return next((f for f in self.confirmed() if f.key == key and f.year == year), None)


def fold(events: tuple[Event, ...]) -> Report:
    """由事件得出当前状态。退回就是取那时的状态接着走。"""
    states = [Report()]
    for event in events:
        back = event.payload.to if isinstance(event.payload, Rewound) else len(states) - 1
        states.append(apply(states[back], event))
    return states[-1]


def apply(report: Report, event: Event) -> Report:
    """加上一条事件。"""
    report = report._replace(seq=event.seq, head=event.hash, changed_at=event.at)
    match event.payload:
        case ReportOpened() as opened:
            return report._replace(
                id=event.report_id,
                opened_at=event.at,
                **opened.model_dump(exclude={"kind"}),
            )
        case TurnSaid(text=text):
            return _say(report, Message(event.actor or "经办人", text, event.at, event.seq))
        case TurnAnswered(reply=reply, citations=citations, asked=asked, withheld=withheld):
            report = report._replace(asked=(*report.asked, asked))
            return _say(report, Message("", reply, event.at, event.seq, citations, withheld))
        case FieldsDeclined(keys=keys) as declined:
            return report._replace(declined={**report.declined, **dict.fromkeys(keys, declined)})
        case FileAttached() as file:
            return report._replace(files=(*report.files, file))
        case PointsEntered() as entered:
            return report._replace(points=(*report.points, entered))
        case EvidenceNoted() as noted:
            return report._replace(evidence=(*report.evidence, noted))
        case ReportExported() as export:
            return report._replace(exports=(*report.exports, export))
        case SectionDrafted() | CitationInserted() | CitationWithdrawn() | FindingAccepted():
            return _apply_to_text(report, event)
        case _:
            return _apply_to_facts(report, event)


def _apply_to_text(report: Report, event: Event) -> Report:
    match event.payload:
        case SectionDrafted(draft=draft):
            versions = (*report.drafts.get(draft.section, ()), draft)
            return report._replace(drafts={**report.drafts, draft.section: versions})
        case CitationInserted(section=section, citation=citation, text=text):
            cited = (*report.citations.get(section, ()), Inserted(event.seq, citation, text))
            return report._replace(citations={**report.citations, section: cited})
        case CitationWithdrawn(section=section, at=at):
            left = tuple(c for c in report.citations.get(section, ()) if c.seq != at)
            return report._replace(citations={**report.citations, section: left})
        case FindingAccepted(finding=finding, code=code, quote=quote, reason=reason):
            waiver = Waiver(
                finding=finding, code=code, quote=quote, reason=reason, by=event.actor, at=event.at
            )
            return report._replace(waivers={**report.waivers, finding: waiver})
    return report


def _apply_to_facts(report: Report, event: Event) -> Report:
    match event.payload:
        case FactsProposed(facts=facts):
            return report._replace(facts={**report.facts, **{f.id: f for f in facts}})
        case FactConfirmed(fact=fact_id):
            return _confirm(report, fact_id)
        case FactWithdrawn(fact=fact_id):
            return _with_status(report, fact_id, "withdrawn")
        case FactCorrected(fact=fact_id, replacement=new_id, value=value, reason=reason):
            old = report.facts[fact_id]
            provenance = old.provenance.model_copy(
                update={"by": event.actor, "at": event.at, "quote": reason}
            )
            new = old.model_copy(
                update={
                    "id": new_id,
                    "value": value,
                    "status": "confirmed",
                    "provenance": provenance,
                    "corrects": fact_id,
                }
            )
            report = _with_status(report, fact_id, "withdrawn")
            return report._replace(facts={**report.facts, new_id: new})
    return report


def _confirm(report: Report, fact_id: str) -> Report:
    """确认；同键同年的旧事实失效，一个键一年只有一个有效值。"""
    fact = report.facts[fact_id]
    old = report.fact_of(fact.key, fact.year)
    if old is not None and old.id != fact_id:
        report = _with_status(report, old.id, "withdrawn")
    declined = {k: v for k, v in report.declined.items() if k != fact.key}
    return _with_status(report, fact_id, "confirmed")._replace(declined=declined)


def _with_status(report: Report, fact_id: str, status: FactStatus) -> Report:
    fact = report.facts[fact_id].model_copy(update={"status": status})
    return report._replace(facts={**report.facts, fact_id: fact})


def _say(report: Report, message: Message) -> Report:
    return report._replace(messages=(*report.messages, message))
