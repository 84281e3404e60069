"""公文正文里的事实：“决算收入总计351.20万元，较上年减少20.60万元，下降5.5%。”

比读对话严：说法须完整，原因、举例、分科目说明里的数一概不取；没认出的不列，正文里本来就多。
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.accounts import FINAL, Line
from assistant.domain.facts import fault_of_value
from assistant.domain.quantities import Dimension, Quantity, unit_named
from assistant.reading.accounts.meaning import placed
from assistant.reading.accounts.names import Names
from assistant.reading.materials.past_leads import lead
from assistant.reading.materials.past_said import Said, Scene, grades, headed
from assistant.reading.text.flow import Flow
from assistant.reading.text.quantities import spots
from assistant.reading.text.spotting import ROUGH, Spot

_SENTENCE = re.compile(r"[。！？]")
_CUT = re.compile(
    r"[，,。；;：:！？]|（(?!境）)|(?<!（境)）|“(?!三公|”)|(?<!三公)(?<!“)”|其中|分别为|包括"
)
_REASON = re.compile(r"原因|由于|主要是|主要系|主要用于|因为|用于以下|构成如下|例如|如：|假设|如果")
_UP = "增加|增长|上升|提高|增幅|上涨|增"
_DOWN = "减少|下降|降低|压减|减幅|降幅|下滑|减"
_VERB = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|额|率|额为|率为|幅度)?(?:为|达)?$")
_AGAINST = re.compile(
    r"(?:相?较于?|比|与|同)(?:上年度?|去年|上一年度?|(?P<year>(?:19|20)\d\d)年度?)末?"
    r"(?P<what>[^，。；增减上下提降压]{0,12}?)(?:数|额)?(?:相比较?|比|，|(?=[增减上下提降压])|$)|同比"
)
_OTHER_BASE = re.compile(r"(?:较|比|与|同)(?:年初|预算|计划|目标|全年|调整)")
_MOVED = re.compile(r"(?:增加|减少|增长|提高|下降|降低|上升)(?:到|至)$")
_PROJECT = re.compile(r"项目(?!支出|自评|平均|个数|数)")
_EXECUTION = ("adjusted.", "executed.", "execution.")
_ITEMISED = re.compile(r"[（(]\d*[类款项][）)]|类[）)][^，。]{0,16}款[）)]")
_SPENT = re.compile(r"(?:全年|本年|年度|当年)(?:共|实际)*支出(?:合计|共计|总额)?(?:为)?")
_EARNED = re.compile(r"(?:预算执行率)?(?:自评)?得分?(?:为)?")
_COUNTED = re.compile(r"项目(?:支出)?(?:的)?(?:自评|绩效自评|全部|均|进行|开展|纳入|实施)")
_PAPERS = re.compile(r"(?P<verb>发放|发出|收回|回收)(?:了)?(?P<valid>有效)?$")
_PAPER = re.compile(r"(?:满意度|调查)*问卷")
_PAPER_KEYS = {
    "发放": "survey.sent", "发出": "survey.sent", "收回": "survey.returned",
    "回收": "survey.returned", "有效": "survey.valid",
}  # fmt: skip
_ABOUT = (("survey", "问卷"), ("three_public", "三公"), ("staff", "在职"), ("staff", "编制"))


class _Subject(NamedTuple):
    """正在说的一项：后面的增减、决算数都是它的。"""

    lines: tuple[Line, ...]
    stage: str
    year: int
    start: int


def prose_facts(paragraph: Flow, scene: Scene, names: Names) -> Iterator[Said]:
    """一段话里的事实。“其中”起头的句子承接上一句的口径和阶段。"""
    text = paragraph.text
    if _ITEMISED.search(text):
        return
    found = spots(text)
    scene = scene._replace(heading=headed(text, names))
    start, current = 0, scene
    for end in [*(m.end() for m in _SENTENCE.finditer(text)), len(text)]:
        current = current if text.startswith("其中", start) else scene
        sentence = _Sentence(text, start, current, names)
        yield from sentence.read([s for s in found if start <= s.start < end])
        yield from grades(text, start, end, scene.year, names)
        start, current = end, sentence.scene


class _Sentence:
    """一句话，从左到右读。scene 随着读到的口径、阶段变。"""

    def __init__(self, text: str, start: int, scene: Scene, names: Names) -> None:
        self._text, self._start, self._names = text, start, names
        self._subject: _Subject | None = None
        self.scene = scene

    def read(self, found: Sequence[Spot]) -> Iterator[Said]:
        """各数依次。说到原因以后的数不取。"""
        at = self._start
        for spot in found:
            if _REASON.search(self._text, at, spot.start):
                return
            if spot.qualifier not in ROUGH:
                yield from self._one(spot, at)
            at = spot.end

    def _one(self, spot: Spot, at: int) -> Iterator[Said]:
        cuts = [m.end() for m in _CUT.finditer(self._text, at, spot.start)]
        start = cuts[-1] if cuts else at
        words = self._text[start : spot.start]
        if spot.unit in ("个", "项") and _COUNTED.match(self._text, spot.end):
            yield self._count(spot)
        elif (sent := _PAPERS.search(words)) and _PAPER.match(self._text, spot.end):
            line = self._names.lines[_PAPER_KEYS[sent["valid"] or sent["verb"]]]
            value = Quantity(spot.value, spot.unit)
            yield Said(line.key, line.label, self.scene.year, value, spot.start, spot.end + 2)
        elif _EARNED.fullmatch(words) and spot.unit == "分":
            yield from self._execution_points(spot)
        elif _MOVED.search(words) or _OTHER_BASE.search(words):
            return
        elif verb := _VERB.search(words):
            yield from self._change(spot, words[: verb.start()], start, verb)
        else:
            yield from self._level(spot, words, start)

    def _execution_points(self, spot: Spot) -> Iterator[Said]:
        """“预算执行率98.35%，得9.84分”：前一个数说的是执行率。"""
        if self._subject is None or self._subject.lines[0].key != "execution.rate":
            return
        field = self._names.fields["execution.points"]
        value = Quantity(spot.value, spot.unit)
        yield Said(field.key, field.label, self.scene.year, value, spot.start, spot.end)

    def _count(self, spot: Spot) -> Said:
        line = self._names.lines["projects.count"]
        value = Quantity(spot.value, spot.unit)
        return Said(line.key, line.label, self.scene.year, value, spot.start, spot.end + 2)

    def _level(self, spot: Spot, words: str, start: int) -> Iterator[Said]:
        before = self._text[self._start : spot.start]
        kind = next((kind for kind, words in _ABOUT if words in before), "")
        found = lead(words, self.scene.year, self._names, self.scene.bureau, kind)
        self._see_scope(words)
        if found is None and self.scene.heading is not None and _SPENT.fullmatch(words):
            yield self._said(self.scene.heading, _Subject((), FINAL, self.scene.year, start), spot)
        if found is None:
            return
        subject = _Subject(
            found.lines, found.stage or self.scene.stage, found.year, start + found.skip
        )
        if not found.lines and self._subject is not None:
            subject = self._subject._replace(stage=subject.stage)
        again = not found.lines
        lines = tuple(x for x in subject.lines if self._fits(x, spot, again=again))
        if lines:
            self._subject = subject._replace(lines=lines)
            self.scene = self.scene._replace(stage=subject.stage)
        for line in lines:
            yield self._said(line, subject, spot)

    def _change(self, spot: Spot, words: str, start: int, verb: re.Match[str]) -> Iterator[Said]:
        """较上年增加X万元，增长Y%。“收入支出总计增加X”另报了是哪一项。"""
        if not self._against_last_year(spot):
            return
        rest = _AGAINST.sub("", words).strip("，、")
        if rest:
            self._rename(rest, start + words.rindex(rest))
        subject = self._subject
        rate = unit_named(spot.unit).dimension is Dimension.RATIO
        if subject is None or subject.year != self.scene.year:
            return
        for line in subject.lines:
            if rate or self._fits(line, spot):
                yield self._changed(line, subject, spot, start, verb)

    def _rename(self, words: str, start: int) -> None:
        """动词前另有一个名称：认得就换成它，不认得就不知道在说谁。"""
        found = lead(words, self.scene.year, self._names, self.scene.bureau)
        if found is None or (not found.lines and self._subject is None):
            self._subject = None
        elif found.lines:
            stage = found.stage or self.scene.stage
            self._subject = _Subject(found.lines, stage, found.year, start)

    def _changed(
        self, line: Line, subject: _Subject, spot: Spot, start: int, verb: re.Match[str]
    ) -> Said:
        key, label = self._place(line, subject.stage)
        rate = unit_named(spot.unit).dimension is Dimension.RATIO
        suffix, name = (".change_rate", "增减率") if rate else (".change", "增减额")
        value = Quantity(abs(spot.value) * (1 if verb["up"] else -1), spot.unit)
        word = verb["up"] or verb["down"]
        return Said(f"{key}{suffix}", f"{label}{name}", subject.year, value, start, spot.end, word)

    def _against_last_year(self, spot: Spot) -> bool:
        """比的是上年的同一种数：预算比预算，决算比决算。"""
        found = list(_AGAINST.finditer(self._text, self._start, spot.start))
        last = found[-1] if found else None
        if last is None or (last["year"] and int(last["year"]) != self.scene.year - 1):
            return False
        what = last["what"] or ""
        if self._subject is not None and self._subject.lines[0].key.startswith("initial."):
            return "决算" not in what and "执行" not in what
        initial = self.scene.stage == "initial"
        return not (("决算" in what or "执行" in what) if initial else "预算" in what)

    def _fits(self, line: Line, spot: Spot, *, again: bool = False) -> bool:
        """量纲相符；执行数之类在说某个项目时不取；“预算收入”没有另一个阶段的数。"""
        field = self._names.fields.get(line.key)
        unit = line.quantity.unit if line.quantity and not _money(spot) else line.unit
        wanted = unit_named(unit or (field.unit if field else "万元")).dimension
        if unit_named(spot.unit).dimension is not wanted:
            return False
        if again and line.key.split(".")[0] in ("initial", "adjusted", "executed"):
            return False
        if line.key.startswith(_EXECUTION):
            return not _PROJECT.search(self._text, self._start, spot.start)
        value = Quantity(spot.value, spot.unit)
        return field is None or line.quantity is not None or not fault_of_value(field, value)

    def _said(self, line: Line, subject: _Subject, spot: Spot) -> Said:
        value = Quantity(spot.value, spot.unit)
        if line.quantity is not None and not _money(spot):
            key, label = line.quantity.key, line.quantity.label
        else:
            key, label = self._place(line, subject.stage)
        return Said(key, label, subject.year, value, subject.start, spot.end)

    def _place(self, line: Line, stage: str) -> tuple[str, str]:
        """加上资金口径和阶段的键与名称。"""
        scope = self.scene.scope if line.side and not line.scope else ""
        return placed(line.key, line.label, scope, FINAL if line.unit else stage, self._names)

    def _see_scope(self, words: str) -> None:
        """“一般公共预算财政拨款基本支出……其中：人员经费”：后面各项都在这个口径内。"""
        for scope in self._names.chart.scopes[::-1]:
            _, found, after = words.rpartition(scope.label)
            if found and not (after.startswith("收入") and not after.startswith("收入支出")):
                self.scene = self.scene._replace(scope=scope.id)
                return


def _money(spot: Spot) -> bool:
    return unit_named(spot.unit).dimension is Dimension.MONEY
