from assistant.reading.retrieval.likeness import covered, likeness


def test_shared_words_weigh_by_rarity() -> None:
    assert likeness({"预备费": 6.0, "多少": 2.0}, {"预备费": 6.0, "留": 2.0}) == 0.75


def test_nothing_in_common_and_empty_are_zero() -> None:
    assert likeness({"预备费": 6.0}, {"发票": 5.0}) == 0
    assert likeness({}, {}) == 0


def test_a_rare_word_that_stands_in_the_text_covers_more() -> None:
    assert covered({"垫资": 3.0, "施工": 1.0}, "不得由施工单位垫资") == 1.0
    assert covered({"垫资": 3.0, "施工": 1.0}, "施工单位") == 0.25
    assert covered({}, "施工单位") == 0.0
