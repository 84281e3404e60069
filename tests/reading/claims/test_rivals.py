"""别的读法：换一个邻近的数就算得通的，只提醒，不断定；读得稳的照样断定。"""

import pytest

from assistant.domain.document import plain
from assistant.domain.findings import Span
from assistant.domain.statements import Cause, Relationship, Statement, Verdict
from assistant.reading.claims.judging.formulas import CHANGE, COMPLETED, PART, TOTAL, Formula
from assistant.reading.claims.judging.judging import Claim, Input, judge
from assistant.reading.claims.rivals import doubted
from assistant.reading.claims.sentence.items import Item
from assistant.reading.reading import read

CHECKED = "本次共排查隐患点88处。水库26处，应整改34处，整改完成率76.5%。"
IN_ONE_SENTENCE = "办公费支出48.20万元，占公用经费120.50万元的38.0%。上年公用经费126.84万元。"
ADDED = "城区用水2731万吨。乡镇用水2206万吨、景区用水160万吨，总计2775万吨，另有农田用水409万吨。"


def judged(text: str, formula: Formula, spots: str, cause: Cause = Cause.NONE) -> Statement:
    """照位次取数，拼成一条断言：前面是运算数，末一个是所写的。"""
    paragraphs = read(plain("a.txt", text)).paragraphs
    items = [item for each in paragraphs for item in each.items]
    *inputs, stated = (_input(items[int(n)]) for n in spots.split())
    span = Span(start=0, end=len(text))
    claim = Claim(Relationship.RATIO, formula, tuple(inputs), stated, span)
    wrong = judge(claim)._replace(cause=cause)
    assert wrong.verdict is Verdict.INCONSISTENT
    (found,) = doubted([claim], [wrong], paragraphs)
    return found


def _input(item: Item) -> Input:
    return Input("", item.quantity, item.mention.span)


def test_a_neighbour_that_fits_leaves_the_claim_in_doubt() -> None:
    assert not judged(CHECKED, COMPLETED, "1 0 3").certain


def test_a_neighbour_that_fits_beats_a_chance_slip_of_the_pen() -> None:
    assert not judged(CHECKED, COMPLETED, "1 0 3", Cause.DIGITS).certain


@pytest.mark.parametrize("cause", [Cause.WRONG_BASE, Cause.UNIT, Cause.TRUNCATED, Cause.SIGN])
def test_a_cause_of_its_own_name_stands(cause: Cause) -> None:
    assert judged(CHECKED, COMPLETED, "1 0 3", cause).certain


def test_what_is_told_in_one_sentence_is_not_held_against_another() -> None:
    # 48.20÷126.84＝38.0%，上年数在后一句，不是这一句的整体
    assert judged(IN_ONE_SENTENCE, PART, "0 1 2").certain


def test_a_total_that_another_part_makes_up_is_in_doubt() -> None:
    assert not judged(ADDED, TOTAL, "0 1 2 3", Cause.OMITTED).certain


def test_two_digits_are_too_few_to_tell() -> None:
    text = CHECKED.replace("76.5%", "76%")
    assert judged(text, COMPLETED, "1 0 3", Cause.DIGITS).certain


def test_a_rate_named_from_afar_without_a_cause_is_in_doubt() -> None:
    text = "到位资金900万元，到位率90.0%，县级到位120万元，到位率35.2%。"
    assert not judged(text, COMPLETED, "2 0 3").certain
    near = "到位资金900万元，县级到位120万元，到位率35.2%。"
    assert judged(near, COMPLETED, "1 0 2").certain


def test_amounts_of_two_units_do_not_make_a_certain_change() -> None:
    text = "人均标准由89元提高到94元，比上年的516.73万元增加108.00万元。"
    assert not judged(text, CHANGE, "1 2 3").certain


def test_a_part_larger_than_the_total_leaves_it_in_doubt() -> None:
    text = "安排资金45.30亿元，其中：教育29.70亿元，交通102.70亿元。"
    assert not judged(text, TOTAL, "1 2 0", Cause.STALE).certain
    near = text.replace("102.70", "22.70")
    assert judged(near, TOTAL, "1 2 0", Cause.STALE).certain


def test_a_unit_slip_that_only_takes_a_part_away_is_in_doubt() -> None:
    text = "筹集31.16亿元，其中：省级24.98亿元，市级6.18亿元，往年26.93亿元。"
    assert not judged(text, TOTAL, "1 2 3 0", Cause.UNIT).certain
    text = "筹集24.99亿元，其中：省级24.98亿元，市级55.00亿元，往年45.00亿元。"
    assert judged(text, TOTAL, "1 2 3 0", Cause.UNIT).certain


def test_a_plain_slip_in_a_whole_report_is_still_certain() -> None:
    text = "本年收入520.00万元，比上年480.00万元增加40.00万元，增长7.69%。"
    assert all(each.certain for each in read(plain("a.txt", text)).wrong)
    assert read(plain("a.txt", text)).wrong


def test_a_total_of_which_most_is_missing_is_in_doubt() -> None:
    text = "投入资金500.00万元，其中：县级120.00万元，镇级80.00万元。"
    assert not judged(text, TOTAL, "1 2 0", Cause.OMITTED).certain
    near = text.replace("120.00", "220.00")
    assert judged(near, TOTAL, "1 2 0", Cause.OMITTED).certain


def test_a_rate_out_of_all_scale_without_a_cause_is_in_doubt() -> None:
    text = "投诉277件，占受理9640件的43.28%。"
    assert not judged(text, PART, "0 1 2").certain
    near = "投诉277件，占受理640件的41.28%。"
    assert judged(near, PART, "0 1 2").certain
