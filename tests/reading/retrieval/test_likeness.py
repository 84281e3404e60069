from assistant.reading.retrieval.likeness import likeness


def test_shared_words_weigh_by_rarity() -> None:
    assert likeness({"预备费": 6.0, "多少": 2.0}, {"预备费": 6.0, "留": 2.0}) == 0.75


def test_nothing_in_common_and_empty_are_zero() -> None:
    assert likeness({"预备费": 6.0}, {"发票": 5.0}) == 0
    assert likeness({}, {}) == 0
