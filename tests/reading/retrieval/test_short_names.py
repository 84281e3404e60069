import pytest

from assistant.reading.retrieval.short_names import Alike, Mention

ALIKE = Alike(
    [
        "预算法",
        "科学技术普及法",
        "行政事业性国有资产管理条例",
        "国有资产评估管理办法",
        "爱国主义教育法",
    ]
)


@pytest.mark.parametrize(
    ("said", "whole", "name"),
    [
        ("科普法", True, "科学技术普及法"),
        ("国有资产管理条例", True, "行政事业性国有资产管理条例"),
        ("国有资产管理条例", False, ""),
        ("科普法", False, ""),
        ("预算法", True, ""),
        ("法", True, ""),
    ],
)
def test_a_short_name_takes_its_letters_in_order(said: str, whole: bool, name: str) -> None:
    assert ALIKE.short_for(Mention(said, whole)) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("行政事业单位国有资产管理条例", "行政事业性国有资产管理条例"),
        ("国有资产平估管理办法", "国有资产评估管理办法"),
        ("按爱国主是教育法", "爱国主义教育法"),
        ("国有土地使用管理办法", ""),
        ("预标法", ""),
    ],
)
def test_a_long_name_may_have_a_letter_or_two_wrong(said: str, name: str) -> None:
    assert ALIKE.near(said) == name
