"""依据·内容：引号里的话、期限比例、所说的事，那一条里有没有。只在比得出来时说。"""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.dossier import Dossier
from assistant.checks.law.cited import Cited, fault_of
from assistant.checks.rule import DOUBT, HINT, rule
from assistant.checks.texts import year_of
from assistant.domain.evidence import Passage
from assistant.domain.findings import Fault
from assistant.reading.law.terms import Term, terms

_SENTENCE_END = re.compile(r"[。；！？\n]|《|根据|依据|按照|依照")
_QUOTED = re.compile(r"(?:规定|指出|明确|要求)[^“”。；]{0,12}“([^“”]{8,})”")
_ABOUT = re.compile(
    r"^(?:关于|有关|中关于|对|中有关)([\u4e00-\u9fff]{2,14}?)(?:的|作出的|等)?(?:规定|要求|条款)"
)
_SAYS = re.compile(r"^[^。；《]{0,6}?(?:的)?(?:规定|要求|明确)")
_PUNCTUATION = re.compile(r"[\s，。；：、,.;:“”\"'（）()]")


@rule("LAW108", "quote-not-in-article", DOUBT)
def quote_not_in_article(dossier: Dossier) -> Iterator[Fault]:
    """引号里的话在所引的那一条里找不到。

    依据：用引号就是逐字引用；库里存着那一条的正式文本，逐字比过。
    错例：
        《云岭示范条例》第二条规定“各单位应当每半年组织一次示范活动”。
    正例：
        《云岭示范条例》第二条规定“各单位应当每年组织一次示范活动”。
    """
    year = year_of(dossier)
    for cited in dossier.cited:
        whole = [p for p in cited.passages(year) if p.source.verbatim]
        match = _QUOTED.match(_after(cited)) or _QUOTED.search(_after(cited)[:60])
        if not match or not whole:
            continue
        wanted = _bare(match[1])
        if not any(wanted in _bare(p.text) for p in whole):
            where = _elsewhere(cited, wanted)
            yield fault_of(cited, f"{cited.name}{cited.reference.article}没有引号里的话{where}。")


def _elsewhere(cited: Cited, wanted: str) -> str:
    """同一部法规别的条里有这句话。"""
    for source in cited.sources:
        for passage in cited.shelf.of(source.id) if source.verbatim else ():
            if wanted in _bare(passage.text):
                return f"，它在{passage.provision}：请改正条号"
    return "：请对照原文改正，或去掉引号"


@rule("LAW109", "term-not-in-article", DOUBT)
def term_not_in_article(dossier: Dossier) -> Iterator[Fault]:
    """所说的期限、比例与那一条写的不同。

    依据：库里那一条写明了期限或比例，与文中说的对不上。
    错例：
        根据《预算法》第十四条的规定，部门应在三十日内公开预算。
    正例：
        根据《预算法》第十四条的规定，部门应在20日内公开预算。

        根据《预算法》第五十七条的规定开展自评，于三十日内报送。
    """
    year = year_of(dossier)
    for cited in dossier.cited:
        passages = cited.passages(year)
        said = _SAYS.match(_after(cited))
        known = [term for p in passages for term in terms(p.text)]
        for term in terms(_clause(cited)) if said and known else ():
            alike = [each for each in known if each.kind == term.kind]
            if alike and not any((e.value, e.unit) == (term.value, term.unit) for e in alike):
                yield fault_of(
                    cited,
                    f"这里说{_clause(cited)[slice(*term.span)]}，库里{cited.name}{cited.reference.article}写的是"
                    f"{_listed(alike)}：请对照原文。",
                )


def _listed(found: Sequence[Term]) -> str:
    shown = dict.fromkeys(
        f"{'百分之' if t.unit == '%' else ''}{t.value}{t.unit.strip('%')}" for t in found
    )
    return "、".join(shown)


@rule("LAW110", "article-is-about-something-else", HINT)
def article_is_about_something_else(dossier: Dossier) -> Iterator[Fault]:
    """说那一条是关于某事的规定，那一条里没有这件事，同一部法规的另一条有。

    依据：库里那一条的文字、主题词里都没有这个词，另一条的有。
    错例：
        按照《预算法》第十九条关于绩效评价的规定。
    正例：
        按照《预算法》第五十七条关于绩效评价的规定。
    """
    year = year_of(dossier)
    for cited in dossier.cited:
        about = _ABOUT.match(_after(cited))
        passages = cited.passages(year)
        if about and passages and not any(about[1] in _words(p) for p in passages):
            others = _others(cited, about[1], year)
            if others:
                yield fault_of(
                    cited,
                    f"{cited.name}{cited.reference.article}没有说{about[1]}，{others}说的是它：请核对条号。",
                )


def _others(cited: Cited, about: str, year: int) -> str:
    found: dict[str, None] = {}
    for source in cited.versions(year):
        for passage in cited.shelf.of(source.id):
            if about in "".join((passage.heading, *passage.topics)):
                found[passage.provision] = None
    return "、".join(list(found)[:3])


def _words(passage: Passage) -> str:
    return "".join((passage.text, passage.heading, *passage.topics, *passage.phrases))


def _after(cited: Cited) -> str:
    """引用之后的文字，到这一段结束。"""
    return cited.text[cited.at.end :]


def _clause(cited: Cited) -> str:
    """引用之后、到句末或另一处引用为止的文字。"""
    after = _after(cited)
    end = _SENTENCE_END.search(after)
    return after[: end.start()] if end else after


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text)
