"""切分和重合的量具：数得出全同的部数、一字不差的条数、照抄的几成。"""

from assistant.reading.law.statutes import split
from benchmarks.card_overlap import measured
from benchmarks.splitting import Tally

LAW = "示范法\n2020年1月1日通过\n第一条 为了示范。\n第二条 每年一次。\n"


def test_a_law_counts_as_exact_only_when_every_article_is_word_for_word() -> None:
    statute = split(LAW)
    right = Tally().add({"第一条": "为了示范。", "第二条": "每年 一次。"}, statute)
    assert right == Tally(laws=1, exact=1, articles=2, same=2, dated=1)
    wrong = right.add({"第一条": "为了示范。", "第二条": "每年两次。"}, statute)
    assert wrong == Tally(laws=2, exact=1, articles=4, same=3, dated=2)
    assert right.add({"第一条": "甲"}, None) == Tally(2, 1, 3, 2, 1)


def test_a_card_in_its_own_words_hardly_overlaps_and_a_copy_does_wholly() -> None:
    article = "各部门应当在批复后二十日内向社会公开。"
    assert measured("抄", article, article)[1:] == (1.0, 1.0, 18)
    assert measured("写", "批下来以后，二十日内上网公开。", article).eight == 0.0
