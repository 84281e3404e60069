"""限定：一个名称是不是被前面的话限成了别的东西。

“公务接待费支出决算”里的“支出决算”只是接待费的口径，去掉；
“基本支出执行率”“年初预算支出A，其中人员经费B”不是大纲里的那一项，留下而不指任何字段。
"""

import re
from collections.abc import Mapping, Sequence

from assistant.domain.facts import FieldKind, FieldSpec
from assistant.reading.talk import cues
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.basis import OUTCOME, outcome_of
from assistant.reading.talk.labels import Label, sibling

_BARE = re.compile(
    r"(?:支出|收入)?决算(?:支出|收入)?(?:数|总额)?|"
    r"(?:全年|年初|调整后?)?(?:支出|收入)?预算(?:支出|收入)?数?|"
    r"(?:全年|预算|实际)?执行(?:数|金额)?|全年(?:实际)?支出数?"
)
_WITHIN = re.compile(r"其中|包括|包含|[(（]\s*$")
_OVER = re.compile(r"[;；。\n]")
_ADJOINING = re.compile(r"的?(?:财政拨款)?")
_POINTS, _PROJECT = "得分", "项目"
_OVERALL = ("得分", "自评得分", "自评分")
Token = Label | Amount


def narrowed(
    text: str, specs: Mapping[str, FieldSpec], labels: Sequence[Label], found: Sequence[Amount]
) -> list[Token]:
    """一句里的名称和数，由前到后，名称已按前文限定。"""
    state = _State(text, specs)
    tokens: list[Token] = sorted((*labels, *found), key=lambda token: token.span.start)
    return [kept for token in tokens if (kept := state.read(token)) is not None]


class _State:
    """读到哪里了：waiting 是还没有数的名称，told 是刚报了数的名称。"""

    def __init__(self, text: str, specs: Mapping[str, FieldSpec]) -> None:
        self._text, self._specs = text, specs
        self._waiting: Label | None = None
        self._told: Label | None = None
        self._budgeted = self._within = False
        self._end = 0

    def read(self, token: Token) -> Token | None:
        """读一处：名称可能改了所指，只是口径的为 None。"""
        between = self._text[self._end : token.span.start]
        if isinstance(token, Amount):
            self._amount(between)
            self._end = token.span.end
            return token
        if token.part:
            return token
        if self._is_basis(token, between):
            return None
        self._within = self._is_within(token, between)
        token = self._meant(token, between)
        self._waiting, self._end = token, token.span.end
        return token

    def _amount(self, between: str) -> None:
        if self._waiting is not None:
            self._told = self._waiting
            self._budgeted = "预算" in between or bool(outcome_of(self._specs, self._told.keys))
        self._waiting = None

    def _is_basis(self, label: Label, between: str) -> bool:
        """“公务接待费支出决算”“三公经费预算A，支出决算B”里的“支出决算”。"""
        if not _BARE.fullmatch(self._text, label.span.start, label.span.end):
            return False
        if self._waiting is not None:
            return self._partial(self._waiting) and bool(_ADJOINING.fullmatch(between))
        told = self._told is not None and self._partial(self._told)
        return told and self._budgeted and bool(cues.CLAUSE_BREAK.match(between))

    def _is_within(self, label: Label, between: str) -> bool:
        """“年初预算支出数A，其中人员经费B”：B 是预算里的一部分，不是决算数。"""
        plain = all(
            self._specs[k].kind is FieldKind.MONEY and "预算" not in self._specs[k].label
            for k in label.keys
        )
        if not plain or OUTCOME.search(between) or _OVER.search(between):
            return False
        budget = self._told is not None and any(
            "预算" in self._specs[k].label for k in self._told.keys
        )
        return self._within or (budget and bool(_WITHIN.search(between)))

    def _meant(self, label: Label, between: str) -> Label:
        if self._within:
            return label._replace(keys=())
        adjoining = self._waiting is not None and between in ("", "的")
        if adjoining and self._name(label) == _PROJECT:
            return label._replace(keys=())
        if self._name(label) in _OVERALL and self._one_project():
            return label._replace(keys=())
        if self._name(label) == _POINTS:
            return self._points(label, adjoining=adjoining)
        rates = all(self._specs[k].kind is FieldKind.RATE for k in label.keys)
        if rates and adjoining and self._waiting is not None and self._partial(self._waiting):
            return label._replace(keys=())
        return label

    def _one_project(self) -> bool:
        """“项目1个，自评分94分”：说的是项目的得分。"""
        of = self._waiting or self._told
        return of is not None and any(
            spec.kind is FieldKind.COUNT and "项目" in spec.label
            for spec in (self._specs[key] for key in of.keys)
        )

    def _points(self, label: Label, *, adjoining: bool) -> Label:
        """“预算执行率98.2%，得分9.82分”是执行率的得分，“满意度得分9.5分”是指标的得分。"""
        of = self._waiting if adjoining else self._told
        rates = of is not None and all(self._specs[k].kind is FieldKind.RATE for k in of.keys)
        if of is None or not (adjoining or rates):
            return label
        names = {self._specs[key].label + _POINTS for key in of.keys}
        keys = tuple(s.key for s in self._specs.values() if s.label in names)
        return label._replace(keys=keys)

    def _partial(self, label: Label) -> bool:
        """只是部门收支的一部分：不是成对的年初、全年、决算收支。"""
        kinds = (FieldKind.MONEY, FieldKind.COUNT)
        return all(self._specs[k].kind in kinds and not sibling(k) for k in label.keys)

    def _name(self, label: Label) -> str:
        return self._text[label.span.start : label.span.end]
