"""某某率：分子分母认不准的不断定。"""

from tests.reading.tables.reports import wrong


def test_a_head_count_of_another_matter_is_no_denominator() -> None:
    said = "救助困难群众412户、735人；参加城乡居民医疗保险26920人，参保率93.99%。"
    assert wrong(said) == []


def test_a_rate_told_of_an_earlier_whole_is_not_judged_by_a_nearer_one() -> None:
    said = "登记企业400家。走访企业50家，达标企业40家，企业达标率{}%。"
    assert wrong(said.format("10.00")) == wrong(said.format("80.00")) == []
    assert wrong(said.format("12.00"))


def test_a_rate_over_a_whole_that_is_named_is_judged_by_it_alone() -> None:
    said = "登记企业400家。应检企业50家，达标企业40家，企业达标率{}%。"
    assert wrong(said.format("80.00")) == []
    assert wrong(said.format("10.00"))
