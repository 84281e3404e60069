"""登记：切分好的法规写成一份文件的记录；文中没写的施行日、文号，用同一版本的卡片补上。"""

from collections.abc import Sequence
from datetime import date, timedelta

from assistant.domain.evidence import Passage, Source, bare_title
from assistant.domain.shelf import Shelf
from assistant.reading.law.articles import Provision
from assistant.reading.law.statutes import Statute

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_SOON = timedelta(days=400)
_EARLIEST = date(1949, 10, 1)


def letters(sha256: str) -> str:
    """摘要改用字母写：往年报告的文件里一个数字也没有。"""
    return sha256.translate(_LETTERS)


def card_of(shelf: Shelf, statute: Statute) -> Source | None:
    """同一版本的卡片：施行日相同，或文中没写而卡片的施行日紧接在这次修订之后。"""
    cards = [s for s in shelf.named(statute.title) if not s.verbatim and s.kind == "regulation"]
    for card in cards:
        if card.effective_from and card.effective_from == statute.effective_from:
            return card
    version = statute.version
    after = [c for c in cards if c.effective_from and version and c.effective_from >= version]
    if statute.assumed and version and after:
        nearest = min(after, key=lambda c: c.effective_from or date.max)
        return nearest if (nearest.effective_from or date.max) - version <= _SOON else None
    return cards[0] if len(cards) == 1 and not statute.effective_from else None


def described(
    statute: Statute,
    card: Source | None,
    *,
    sha256: str,
    file: str,
    locality: str,
    recognised: bool,
) -> Source:
    """一份正式文本的记录。"""
    start = statute.effective_from
    from_card = card is not None and (statute.assumed or start is None)
    return Source(
        id=f"{card.id}-text" if card else f"text-{letters(sha256)[:10]}",
        title=statute.title,
        aliases=card.aliases if card else (),
        document_number=statute.document_number or (card.document_number if card else ""),
        issuer=statute.issuer or (card.issuer if card else ""),
        level=(card.level if card else None) or statute.level,
        locality=locality or (card.locality if card else ""),
        effective_from=card.effective_from if card and from_card else start,
        articles=statute.articles or None,
        url=card.url if card else "",
        verbatim=True,
        version=statute.version,
        assumed=statute.assumed and not from_card,
        repeals=statute.repeals,
        file=file,
        digest=sha256,
        recognised=recognised,
    )


def shelved(source: Source, provisions: Sequence[Provision]) -> tuple[Passage, ...]:
    """各条成为这份文件的各段。"""
    return tuple(
        Passage(
            id=f"{source.id}#{item.number}",
            source=source,
            provision=item.number,
            heading=item.chapter,
            text=item.text,
        )
        for item in provisions
    )


def doubts(source: Source, statute: Statute, today: date) -> tuple[str, ...]:
    """要人看一眼的地方。"""
    found = list(statute.doubts)
    if source.effective_from is None:
        found.append("文中没有写施行日期，现在当作一直有效：请在资料库里填上")
    elif source.assumed:
        found.append(f"文中没有写施行日期，推定为{source.effective_from}：请核对")
    elif not _EARLIEST <= source.effective_from <= today + _SOON:
        found.append(f"施行日期读作{source.effective_from}，不像是对的：请核对")
    if source.recognised:
        found.append("文字由图片识别，可能有错字：请逐条核对，核对完在资料库里注明")
    if statute.left:
        found.append(f"末尾{len(statute.left)}行像落款或网页杂项，没有收：{_shown(statute.left)}")
    return tuple(found)


def _shown(lines: Sequence[str]) -> str:
    text = "／".join(lines)
    return text if len(text) <= 60 else f"{text[:60]}…"


def same_version(shelf: Shelf, source: Source) -> Source | None:
    """库里已有的同一版本的正式文本。"""
    for held in shelf.named(bare_title(source.title)):
        same = (held.effective_from, held.locality) == (source.effective_from, source.locality)
        if held.verbatim and same:
            return held
    return None
