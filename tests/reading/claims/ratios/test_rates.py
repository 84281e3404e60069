"""某某率：分子分母认不准的不断定。"""

from tests.reading.tables.reports import wrong


def test_a_head_count_of_another_matter_is_no_denominator() -> None:
    said = "救助困难群众412户、735人；参加城乡居民医疗保险26920人，参保率93.99%。"
    assert wrong(said) == []
