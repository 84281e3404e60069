"""场景：一段话里的句子、年份、主语和单位，供定值时查问“这个数是哪一年、谁的、什么单位”。"""

import re
from typing import NamedTuple

from assistant.domain.facts import FieldSpec
from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.gaps import erase, is_filler
from assistant.reading.talk.labels import Label
from assistant.reading.talk.owners import Owner, owners
from assistant.reading.talk.scope import Sentence, sentences
from assistant.reading.talk.types import Context
from assistant.reading.talk.years import YearMark, trailing_year, year_marks

_UNIT_NOTE = re.compile(r"单位[:：]?\s*(?:人民币)?(亿元|万元|千元|元)|\((亿元|万元|千元|元)\)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TOLD = re.compile(r"\d[^，,]*[，,]")
_AFTER_YEAR = re.compile(r"[，,]?(?:这|那)?(?:个|都)?是[^，,。；;\d]{0,2}$")


class Scene(NamedTuple):
    """一段话。text 已 fold；marks、owners 按位置排列；void 是作废的话。"""

    text: str
    sentences: tuple[Sentence, ...]
    marks: tuple[YearMark, ...]
    owners: tuple[Owner, ...]
    specs: dict[str, FieldSpec]
    year: int
    context: Context
    said_year: int | None
    void: tuple[Span, ...] = ()

    @property
    def erased(self) -> tuple[Span, ...]:
        """对号时当作没有的部分：年份、主语和作废的话。"""
        subjects = tuple(owner.span for owner in self.owners)
        return (*(mark.span for mark in self.marks), *subjects, *self.void)

    def sentence_at(self, offset: int) -> Sentence | None:
        """某位置所在的句子。"""
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)

    def year_of(self, amount: Amount, *, change: bool = False) -> tuple[int, bool]:
        """数所属的年份，以及是不是话里写明的。change：它是增减额，“比去年的A”里的去年不算。"""
        sentence = self.sentence_at(amount.span.start)
        if sentence is None:
            return self.year, False
        if (after := self._mark_after(amount)) is not None:
            return after, True
        before = [
            mark
            for mark in self.marks
            if not mark.base
            and not (mark.against and (change or self._passed(mark, amount)))
            and sentence.span.start <= mark.span.start < amount.span.start
        ]
        if before:
            return before[-1].year, True
        if self.said_year is not None:
            return self.said_year, True
        return self._carried(sentence), False

    def _passed(self, mark: YearMark, amount: Amount) -> bool:
        """“比2022年的A多了B，是C”：2022年只管A。"""
        return bool(re.search(r"\d", self.text[mark.span.end : amount.span.start]))

    def aside(self, amount: Amount) -> bool:
        """前面最近的年份词只是插话：句子先报了别的数，它管的数也已报过，隔着逗号才到这个数。"""
        sentence = self.sentence_at(amount.span.start)
        before = [m for m in self.marks if not m.base and m.span.start < amount.span.start]
        if sentence is None or not before or before[-1].span.start < sentence.span.start:
            return False
        earlier = self.text[sentence.span.start : before[-1].span.start]
        between = self.text[before[-1].span.end : amount.span.start]
        return bool(_TOLD.search(earlier) and _TOLD.search(between))

    def _mark_after(self, amount: Amount) -> int | None:
        """“655万元（2022年）”“655万元是去年的”。"""
        for mark in self.marks:
            if amount.span.end <= mark.span.start <= amount.span.end + 8:
                between = self.text[amount.span.end : mark.span.start]
                tail = self.text[mark.span.end : mark.span.end + 1]
                if (between == "(" and tail in "))") or (
                    _AFTER_YEAR.fullmatch(between) and tail == "的"
                ):
                    return mark.year
        return None

    def _carried(self, sentence: Sentence) -> int:
        """同一段里前面句首写明的年份管到后面各句；单独一行的“2022年：”管到下一个这样的行。"""
        carried = self.year
        for earlier in self.sentences:
            if earlier.span.start >= sentence.span.start:
                break
            head = self._head_year(earlier)
            same_line = "\n" not in self.text[earlier.span.start : sentence.span.start]
            if head is not None and (same_line or self._is_header(earlier)):
                carried = head
            elif head is not None:
                carried = self.year
        return carried

    def _head_year(self, sentence: Sentence) -> int | None:
        for mark in self.marks:
            offset = mark.span.start - sentence.span.start
            if 0 <= offset <= 12 and not mark.base and self._formal(mark):
                return mark.year
        return None

    def _formal(self, mark: YearMark) -> bool:
        """“2022年”“上年度”管到后面各句；口头的“去年”只管本句。"""
        word = self.text[mark.span.start : mark.span.end]
        return word[-1] in "年度" and (word[0].isdigit() or "度" in word or word[0] == "二")

    def _is_header(self, sentence: Sentence) -> bool:
        body = self.text[sentence.span.start : sentence.span.end].strip()
        return len(body) <= 16 and not re.search(r"\d[\d.]*(?:万|元|人|%)", body)

    def owner_of(self, amount: Amount) -> str:
        """数说的是哪个别的单位；本单位为空。"""
        sentence = self.sentence_at(amount.span.start)
        if sentence is None:
            return ""
        state = ""
        for owner in self.owners:
            if sentence.span.start <= owner.span.start < amount.span.start:
                state = owner.name
        return state

    def unit_note(self, offset: int) -> str:
        """某位置之前最近的“单位：万元”；没有为空。"""
        found = list(_UNIT_NOTE.finditer(self.text))
        nearest = [m for m in found if m.start() <= offset][-1:] or found[:1]
        return (nearest[0][1] or nearest[0][2]) if nearest else ""


def edges(text: str, year: int) -> frozenset[int]:
    """主语和年份的末尾：口径名可以紧跟在这里。"""
    ends = [mark.span.end for mark in year_marks(text, year)]
    return frozenset([*ends, *(owner.span.end for owner in owners(text, ""))])


def scene(
    text: str,
    labels: tuple[Label, ...],
    found: tuple[Amount, ...],
    specs: dict[str, FieldSpec],
    year: int,
    context: Context,
) -> Scene:
    """布景。"""
    masked = tuple(label.span for label in labels)
    marks = year_marks(text, year, masked)
    spans = tuple(mark.span for mark in marks)
    starts = sorted([*(s.start for s in masked), *(a.span.start for a in found)])
    subjects = tuple(
        owner
        for owner in owners(text, context.bureau)
        if not any(s.start < owner.span.end and owner.span.start < s.end for s in masked)
        and (not owner.name or owner.project or _leads(text, owner, starts, spans))
    )
    said = trailing_year(text, year)
    return Scene(text, sentences(text), marks, subjects, specs, year, context, said)


def _leads(text: str, owner: Owner, starts: list[int], years: tuple[Span, ...]) -> bool:
    """别的单位只有紧领着口径名或数，才是它们的主语。"""
    following = next((start for start in starts if start >= owner.span.end), None)
    return following is not None and is_filler(erase(text, owner.span.end, following, years))
