"""依据·条号：所引的条、款、项在那部法规里有没有。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.law.cited import Cited, fault_of
from assistant.checks.rule import DOUBT, MUST, rule
from assistant.checks.texts import year_of
from assistant.domain.evidence import Source
from assistant.domain.findings import Fault
from assistant.reading.law.ordinals import NUMBER, read, write
from assistant.reading.law.statutes import clause


@rule("LAW101", "article-beyond-last", MUST)
def article_beyond_last(dossier: Dossier) -> Iterator[Fault]:
    """所引的条号超出了那部法规的末条。

    依据：库里记着各部法规全文的条数（看过原文才记）；各个版本都没有这么多条，就是引错了。
    错例：
        根据《预算法》第一百二十条，开展绩效自评。

        按照政府信息公开条例第六十条公开。
    正例：
        根据《预算法》第五十七条，开展绩效自评。

        依据《云岭县预算绩效管理办法》第一百二十条。
    """
    for cited in dossier.cited:
        number = _number(cited)
        lengths = _lengths(cited, year_of(dossier))
        if number and lengths and number > max(lengths.values()):
            source = max(lengths, key=lambda s: lengths[s])
            yield fault_of(
                cited,
                f"《{source.name}》共{lengths[source]}条，没有{cited.reference.article}：请核对条号。",
            )


@rule("LAW102", "no-such-article", MUST)
def no_such_article(dossier: Dossier) -> Iterator[Fault]:
    """所引的条在库里的正式文本里没有。

    依据：库里存着当时有效版本的全文，逐条查过没有这一条（如第…条之一）。
    错例：
        按《云岭示范条例》第二条之一的规定办理。
    正例：
        按《云岭示范条例》第二条的规定办理。
    """
    for cited in dossier.cited:
        whole = _whole(cited, year_of(dossier))
        number = _number(cited)
        within = number and any(number <= (source.articles or 0) for source in whole)
        if within and not any(p.source.verbatim for p in cited.passages(year_of(dossier))):
            yield fault_of(
                cited,
                f"库里《{whole[-1].name}》的正式文本没有{cited.reference.article}：请核对条号。",
            )


@rule("LAW103", "no-such-paragraph", DOUBT)
def no_such_paragraph(dossier: Dossier) -> Iterator[Fault]:
    """所引的条里没有那一款或那一项。

    依据：库里正式文本的这一条，款和项数得出来。
    错例：
        依据《云岭示范条例》第二条第五款。
    正例：
        依据《云岭示范条例》第二条第一款第（一）项。
    """
    for cited in dossier.cited:
        whole = (p for p in cited.passages(year_of(dossier)) if p.source.verbatim)
        texts = [p.text for p in whole if not _broken(p.source)]
        paragraph, item = cited.reference.paragraph, _item(cited)
        wanted = paragraph is not None or item is not None
        if wanted and texts and not any(clause(t, paragraph, item) for t in texts):
            where = (f"第{write(paragraph)}款" if paragraph else "") + (
                f"第{item}项" if item else ""
            )
            yield fault_of(
                cited, f"库里{cited.name}{cited.reference.article}没有{where}：请核对款、项。"
            )


def _broken(source: Source) -> bool:
    """由 pdf、图片读来的：折行之处分不清是不是新的一款。"""
    return source.recognised or source.file.lower().endswith(".pdf")


def _number(cited: Cited) -> int:
    match = NUMBER.match(cited.reference.article)
    return read(match[1]) if match else 0


def _item(cited: Cited) -> str | None:
    item = cited.reference.item
    return write(read(item)) if item else None


def _lengths(cited: Cited, year: int) -> dict[Source, int]:
    """当时有过效力的各个版本的条数；有一个版本的条数不知道，就不下结论。"""
    versions = [s for s in cited.versions(year) if s.verified]
    known = {s: s.articles for s in versions if s.articles}
    names = {s.effective_from for s in versions}
    complete = {s.effective_from for s in known} == names and not _unverified(cited, year)
    return known if complete else {}


def _unverified(cited: Cited, year: int) -> bool:
    return any(not source.verified for source in cited.versions(year))


def _whole(cited: Cited, year: int) -> tuple[Source, ...]:
    """当时有效的版本都有正式文本时，是这些文本；否则为空。"""
    versions = cited.versions(year)
    whole = tuple(s for s in versions if s.verbatim and not s.recognised)
    dates = {s.effective_from for s in versions}
    return whole if dates and {s.effective_from for s in whole} == dates else ()
