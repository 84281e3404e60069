"""采集对话：接上模型，读话规则之外能多找到多少、会不会多记错。模型由脚本扮，两头各一个。

    python -m benchmarks.side_by_side [--data 文件或文件夹] [-v]

oracle 照标准答案，把每个应有的数连同它前面的话指对；liar 把话里每个数都指成另一个同量纲的字段，
次次更正。真模型落在两头之间：oracle 说明代码肯收多少，liar 说明代码挡得住多少。
两个都走真的一轮：核对引文、由代码读数、与规则并列；不走遮盖（那由 tests/journey/test_wire.py 管）。
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.bootstrap import connect
from assistant.domain.outline import Outline
from assistant.domain.prompt import Prompt
from assistant.domain.quantities import unit_named
from assistant.model_ports import Reply
from assistant.reading.talk.amounts import Amount, amounts, fold
from assistant.settings import Settings
from assistant.workflow.interview.commands import Command
from assistant.workflow.reports import OUTLINE
from benchmarks.dialogue_data import YEAR, Dialogue, Said, dialogues, key_of
from benchmarks.dialogues import Verdict, converse, summary

_EDGES = "，,。；;！!？?\n"
Pointing = Callable[[Said, Outline], Iterator[Command]]


def main() -> None:
    parser = argparse.ArgumentParser(description="接上模型的采集对话")
    parser.add_argument("--data", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    for name, pointing in (("不接模型", None), ("oracle", oracle), ("liar", liar)):
        verdicts = measured(args.data, pointing)
        for verdict in verdicts:
            if args.verbose and verdict.kind not in ("easy", "hard", "change"):
                print(f"{verdict.kind:12} {verdict.note}")
        print(f"{name:8}{summary(Counter(v.kind for v in verdicts))}", flush=True)


def measured(data: Path | None, pointing: Pointing | None) -> list[Verdict]:
    """走完全部对话，每场一个新库；pointing 为空是不接模型。"""
    found: list[Verdict] = []
    for dialogue in dialogues(data):
        with tempfile.TemporaryDirectory() as folder:
            desk = connect(Settings(data_dir=Path(folder)))
            if pointing is not None:
                desk.model = Actor(dialogue, desk.catalogue.outline(OUTLINE), pointing)
            found += converse(desk, dialogue)
    return found


class Actor:
    """照脚本指的模型：只会听话，答别的提示词时什么也不写。"""

    name = "actor"

    def __init__(self, dialogue: Dialogue, outline: Outline, pointing: Pointing) -> None:
        self._turns, self._outline, self._pointing = dialogue.turns, outline, pointing

    def reply(self, prompt: Prompt, inputs: Mapping[str, str], shape: type[Reply]) -> Reply:
        """指出这一段话里的。"""
        said = inputs.get("said", "").strip()
        turn = next((t for t in self._turns if said and said in t.text), None)
        given = [] if turn is None else list(self._pointing(turn, self._outline))
        if prompt.name != "turn":
            return shape.model_validate({"sentences": []})
        return shape.model_validate({"commands": [c.model_dump() for c in given]})

    def stream(self, prompt: Prompt, inputs: Mapping[str, str]) -> Iterator[str]:
        """不写字。"""
        yield ""

    def serving(self, report_id: str, names: Sequence[str], *, seen: bool = False) -> "Actor":
        """为谁都一样。"""
        return self


def oracle(turn: Said, outline: Outline) -> Iterator[Command]:
    """应有的事实，数在话里的都指对。"""
    found = amounts(fold(turn.text))
    for expected in turn.facts:
        field = outline.field(key_of(expected, outline))
        if field is None or expected.value is None or expected.change:
            continue
        at = next((i for i, a in enumerate(found) if _reads(a, expected.value.base)), None)
        if at is not None:
            year = "上年" if expected.year == YEAR - 1 else "本年"
            yield Command(do="propose", field=field.label, quote=_quote(turn, found, at), year=year)


def liar(turn: Said, outline: Outline) -> Iterator[Command]:
    """每个数都指成一个同量纲的、不该是它的字段，说是更正。"""
    found = amounts(fold(turn.text))
    for at, amount in enumerate(found):
        right = {key_of(e, outline) for e in turn.facts if e.value and _reads(amount, e.value.base)}
        wrong = [
            field
            for field in outline.fields
            if field.kind.numeric
            and field.key not in right
            and unit_named(field.unit).dimension is unit_named(amount.unit).dimension
        ]
        if wrong:
            chosen = wrong[(at * 7 + len(turn.text)) % len(wrong)]
            yield Command(
                do="correct", field=chosen.label, quote=_quote(turn, found, at), year="本年"
            )


def _reads(amount: Amount, base: object) -> bool:
    """这个数就是要的值；没写单位的看数字。"""
    return base in (amount.quantity.base, amount.value)


def _quote(turn: Said, found: Sequence[Amount], at: int) -> str:
    """这个数连同它前面的话：到上一个数、到标点为止，只含它一个数。"""
    end, floor = found[at].span.end, found[at - 1].span.end if at else 0
    start = max(floor, *(turn.text.rfind(mark, 0, found[at].span.start) + 1 for mark in _EDGES))
    while start > floor and turn.text.count(turn.text[start:end]) > 1:
        start -= 1
    return turn.text[start:end]


if __name__ == "__main__":
    main()
