"""要点卡片：格式、条数、新旧版本相接；有原文的逐条对照条号、期限、比例、金额，且不抄原文。"""

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from assistant.adapters.knowledge.source_files import read_folder
from assistant.domain.evidence import Passage, Source
from benchmarks.card_overlap import measured
from tests.knowledge.law_texts import amounts, articles, longest_common
from tests.needs import ROOT, shared

CARDS = read_folder(ROOT / "knowledge" / "regulations")
SOURCES = tuple({card.source.id: card.source for card in CARDS}.values())
VERIFIED = tuple(source for source in SOURCES if source.verified)
COPIED = 16
"""与原文相同的一段到这个长度就算抄：再短的多是机构、制度的名称。"""
ALIKE = 0.4
"""连续 8 字有这么多也在原文里，就算抄。"""


def versions() -> dict[str, list[Source]]:
    """同名文件的各个版本，旧的在前。"""
    named: dict[str, list[Source]] = {}
    for source in VERIFIED:
        named.setdefault(source.name, []).append(source)
    return {k: sorted(v, key=lambda s: str(s.effective_from)) for k, v in named.items()}


NEWEST = {found[-1].id for found in versions().values()}


def of(source: Source) -> list[Passage]:
    return [card for card in CARDS if card.source.id == source.id]


def test_there_are_enough_cards_and_each_is_there_once() -> None:
    assert len(CARDS) >= 1300
    assert not [name for name, times in Counter(card.id for card in CARDS).items() if times > 1]


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: str(s.id))
def test_the_head_says_what_an_officer_needs_to_cite_it(source: Source) -> None:
    assert source.level
    assert source.issuer
    assert source.last_checked
    assert source.effective_from or not source.verified
    assert "《" not in source.title
    assert not source.verbatim


def test_a_later_version_ends_the_earlier_one_on_the_day_before() -> None:
    for found in versions().values():
        for old, new in pairwise(found):
            assert old.effective_to
            assert new.effective_from
            assert old.effective_to + timedelta(days=1) == new.effective_from, old.id


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: str(s.id))
def test_a_card_is_brief_and_carries_topics_and_everyday_phrases(source: Source) -> None:
    for card in of(source):
        assert 15 <= len(card.text) <= 220, card.id
        assert "\n" not in card.text, card.id
        assert card.text.endswith("。"), card.id
        assert 3 <= len(card.topics) <= 6, card.id
        assert 4 <= len(card.phrases) <= 10, card.id
        assert all(2 <= len(topic) <= 14 for topic in card.topics), card.id
        assert all(3 <= len(phrase) <= 28 for phrase in card.phrases), card.id
        assert len(set(card.topics)) == len(card.topics), card.id
        assert not re.search(r"[，。；？]", "".join(card.phrases)), card.id


def test_no_phrase_points_to_two_provisions() -> None:
    owners: dict[str, set[tuple[str, str]]] = {}
    for card in CARDS:
        for phrase in card.phrases:
            owners.setdefault(phrase, set()).add((card.id, card.source.name))
    twice = {phrase: found for phrase, found in owners.items() if len(found) > 1}
    assert not {k: v for k, v in twice.items() if len({name for _, name in v}) > 1}
    assert not {k: v for k, v in twice.items() if len({i.split("#")[0] for i, _ in v}) < len(v)}


def test_what_nobody_saw_in_the_original_says_so_and_names_no_article() -> None:
    for card in CARDS:
        if not card.source.verified:
            assert "核对原文" in card.text, card.id
            assert not re.search(r"第[零一二三四五六七八九十百]+条", card.text), card.id


@pytest.mark.parametrize("source", VERIFIED, ids=lambda s: str(s.id))
def test_the_cards_say_what_the_articles_say_in_other_words(source: Source) -> None:
    path = shared("laws") / f"{source.name}.md"
    if source.id not in NEWEST or not path.exists():
        pytest.skip("原文不在对照库中")
    law = articles(path)
    assert source.articles == len(law)
    for card in of(source):
        assert card.provision in law, card.id
        article = law[card.provision]
        assert amounts(card.text) <= amounts(article), card.id
        copied = longest_common(card.text, article)
        assert len(copied) < COPIED, f"{card.id} 与原文相同：{copied}"
        assert measured(card.id, card.text, article).eight < ALIKE, f"{card.id} 多半照抄原文"
