"""台账：事实、大纲、地区口径合成一份可印的数字和文字。"""

from collections.abc import Container, Iterable, Iterator, Mapping

from assistant.domain.facts import Fact
from assistant.domain.figures import Contradiction, Figure
from assistant.domain.ledger import Ledger
from assistant.domain.locality import Locality
from assistant.domain.outline import Outline
from assistant.scoring.contradictions import contradictions
from assistant.scoring.figures import figures_from, given_by, known_from

GRADE = "department.grade"


def ledger_of(facts: Iterable[Fact], outline: Outline, locality: Locality, year: int) -> Ledger:
    """由有效事实得出台账。"""
    mine = {fact.id: fact for fact in facts}
    given = given_by(mine.values(), year)
    known = known_from(given, outline)
    figures = figures_from(known, given, outline, locality.percent_places)
    this_year = [fact for fact in mine.values() if fact.year == year]
    texts = {fact.key: fact.value for fact in this_year if isinstance(fact.value, str)}
    rows = {fact.key: fact.value for fact in this_year if isinstance(fact.value, tuple)}
    grade = _grade(figures, locality)
    found = (
        *contradictions(known, given, figures, outline),
        *_grade_contradictions(this_year, grade, outline, figures, locality),
    )
    printed = {**texts, **({GRADE: grade} if grade else {})}
    has = {*figures, *printed, *rows}
    missing = tuple(a for a in _asked(outline, has) if a not in has)
    return Ledger(year, figures, printed, rows, mine, found, missing, outline.labels)


def _grade(figures: Mapping[str, Figure], locality: Locality) -> str:
    """等级由印出的得分按分档得出，不由人填。"""
    score = figures.get(locality.grade_from)
    return locality.grades.grade(score.quantity.value) if score else ""


def _grade_contradictions(
    facts: Iterable[Fact],
    grade: str,
    outline: Outline,
    figures: Mapping[str, Figure],
    locality: Locality,
) -> Iterator[Contradiction]:
    for fact in facts:
        if fact.key == GRADE and grade and fact.value != grade:
            score = figures[locality.grade_from]
            yield Contradiction(
                key=GRADE,
                label=outline.labels.get(GRADE, GRADE),
                stated=str(fact.value),
                expected=grade,
                formula=f"{score.label}{score.quantity}，按分档为{grade}",
                basis=locality.grades.basis,
                facts=(fact.id, *score.facts),
            )


def _asked(outline: Outline, has: Container[str]) -> Iterator[str]:
    """大纲问到的、要求有的地址，按提问次序；有了可以代替的就不要求。"""
    questions = [q for section in outline.sections for q in section.questions]
    for question in sorted(questions, key=lambda q: q.order):
        for address in question.fields:
            field = outline.field(address)
            if field is not None and field.required and field.unless not in has:
                yield address
