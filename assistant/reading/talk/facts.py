"""读话：从办事人员的话里读出事实。不用模型，也是模型所给结果的对照。

    reading = propose(text, outline.fields, 2023, Context(bureau="…", asked=("staff.in_post",)))
    reading.proposals   提出的事实：键、年度、值、原话，逐条待确认
    reading.rejected    看见而不记的数，及缘由（约数、别的单位、问句、夹带的指令……）

值由代码从原话里读出，约数、区间、听说、假设从不当准数。
键可带 .change、.change_rate（较上年增减）。
没有口径名的数承前：先看同一段话，再看 Context.open（说过而没有准数的），再看 asked（刚问的）。
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from assistant.domain.facts import FieldSpec
from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount, amounts, fold, unboxed, with_sheets
from assistant.reading.talk.backward import copied, redate
from assistant.reading.talk.basis import stated_basis
from assistant.reading.talk.binding import Binder
from assistant.reading.talk.bound import Bound, Target
from assistant.reading.talk.coercion import Fitting
from assistant.reading.talk.labels import Label, Lexicon, lexicon
from assistant.reading.talk.pointed import Pointed, side_by_side
from assistant.reading.talk.scene import Scene, edges, scene
from assistant.reading.talk.settling import settle
from assistant.reading.talk.short_names import with_short_names
from assistant.reading.talk.tables import Table, tables
from assistant.reading.talk.types import Context, Known, Proposal, Rejection
from assistant.reading.talk.values import read_value
from assistant.reading.talk.withdrawing import Withdrawal, withdrawals
from assistant.reading.talk.years import year_runs
from assistant.reading.talk.zeros import counted, zeros

__all__ = [
    "Context",
    "Known",
    "Pointed",
    "Proposal",
    "Reading",
    "Rejection",
    "Withdrawal",
    "propose",
]


class Reading(NamedTuple):
    """读出的全部。spoken 是点了名而整段话没有一个数的字段，withdrawn 是说作废的。"""

    proposals: tuple[Proposal, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    spoken: tuple[str, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    @property
    def open(self) -> tuple[str, ...]:
        """说到而没有准数的地址，供下一句承前。"""
        given = {proposal.key for proposal in self.proposals}
        vague = [r.key for r in self.rejected if r.key]
        return tuple(key for key in dict.fromkeys((*self.spoken, *vague)) if key not in given)


def propose(
    text: str,
    fields: Sequence[FieldSpec],
    year: int,
    context: Context | None = None,
    pointed: Sequence[Pointed] = (),
) -> Reading:
    """读一段话。fields 是大纲的字段，year 是报告年度，pointed 是模型的所指（可无）。"""
    folded = unboxed(fold(text))
    words = lexicon(tuple(fields))
    labels = words.labels(folded, edges(folded, year))
    found = (*counted(folded, amounts(folded)), *zeros(folded))
    context, redated = redate(folded, text, year, context or Context())
    view = scene(folded, labels, found, words.specs, year, context)
    void = withdrawals(view, text, labels, found)
    said = _outside(found, [one.span for one in void])
    erased = tuple(Span(one.name_end, one.span.end) for one in void)
    bound = _bound(view._replace(void=erased), labels, said, tables(folded, words, year), words)
    sided = side_by_side(view, text, bound, said, pointed)
    settled = settle(text, [o for one in sided.bound for o in read_value(one, view)], view)
    backward = [one for one in (redated, copied(folded, text, context, labels)) if one]
    return Reading(
        (*backward, *settled.proposals),
        (*settled.rejected, *sided.rejected),
        () if found else _spoken(view, labels),
        void,
    )


def _spoken(view: Scene, labels: Sequence[Label]) -> tuple[str, ...]:
    """“全年预算数是……”：只点了一项的名，数在下一段。问句里的不算。"""
    named = [label.keys[0] for label in labels if label.keys and _is_numeric(label, view)]
    asking = any(clause.why for sentence in view.sentences for clause in sentence.clauses)
    return tuple(named) if len(named) == 1 and not asking else ()


def _bound(
    view: Scene,
    labels: Sequence[Label],
    found: Sequence[Amount],
    pasted: Sequence[Table],
    words: Lexicon,
) -> list[Bound]:
    """各个数对上的号：粘贴的表按格，其余按句。"""
    spans = [table.span for table in pasted]
    taken = [label.span for label in labels] + [mark.span for mark in view.marks]
    loose = _outside(found, [*taken, *spans])
    cells = [cell for table in pasted for cell in table.bound]
    return [*cells, *_bind(view, _outside(labels, spans), loose, words)]


Spotted = TypeVar("Spotted", Label, Amount)


def _outside(found: Sequence[Spotted], taken: Sequence[Span]) -> list[Spotted]:
    """不落在 taken 里的。"""
    return [
        one
        for one in found
        if not any(s.start < one.span.end and one.span.start < s.end for s in taken)
    ]


def _bind(
    view: Scene, labels: Sequence[Label], found: Sequence[Amount], words: Lexicon
) -> list[Bound]:
    numeric = [label for label in labels if label.part or _is_numeric(label, view)]
    known = [value.key for value in view.context.known[-1:]]

    fitting = Fitting(view.specs, view.unit_note(0))
    before = (*stated_basis(view.specs, view.text), *known, *view.context.asked)
    binder = Binder(view.text, view.erased, fitting, year_runs(view.text, view.marks), before)
    for sentence in view.sentences:
        here = [label for label in numeric if _inside(label.span, sentence.span)]
        mine = [amount for amount in found if _inside(amount.span, sentence.span)]
        named = with_short_names(view.text, sentence.span, here, mine, words)
        binder.sentence(sentence.span, named, with_sheets(mine))
    return [*binder.bound, *(Bound(Target((), a.span.start), a) for a in binder.unbound)]


def _is_numeric(label: Label, view: Scene) -> bool:
    """“预算追加的原因”之类要的是文字，不和数对号。"""
    return any(view.specs[key].kind.numeric for key in label.keys)


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start < outer.end
