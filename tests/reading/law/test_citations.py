"""引用的识别：文件名、文号、条款项。"""

import pytest

from assistant.reading.law.citations import document_number, find

NAMES = ("预算法", "预算法实施条例", "会计法")


def said(text: str) -> list[tuple[str, str, str]]:
    return [(r.title, r.document_number, r.article) for r in find(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("根据《  》第六条", [("", "", "第六条")]),
        ("根据《预算法》第57条", [("预算法", "", "第五十七条")]),
        (
            "预算法第五十七条、第六十三条",
            [("预算法", "", "第五十七条"), ("预算法", "", "第六十三条")],
        ),
        ("预算法实施条例规定", [("预算法实施条例", "", "")]),
        ("见中华人民共和国会计法第四条", [("中华人民共和国会计法", "", "第四条")]),
        (
            "《项目支出办法》（财预[2020]10号）第三条",
            [("项目支出办法", "财预〔2020〕10号", "第三条")],
        ),
        ("按财预〔2020〕10号执行", [("", "财预〔2020〕10号", "")]),
        ("国务院令第634号", [("", "国务院令第634号", "")]),
        ("依照会计法办理。第五条另有规定", [("会计法", "", ""), ("", "", "第五条")]),
        ("第十二条之一", [("", "", "第十二条之一")]),
        ("没有引用任何文件", []),
    ],
)
def test_a_text_yields_its_references(text: str, found: list[tuple[str, str, str]]) -> None:
    assert said(text) == found


def test_paragraph_item_and_place_are_kept() -> None:
    text = "按《预算法》第十四条第二款第（三）项公开"
    (reference,) = find(text)
    assert (reference.paragraph, reference.item) == (2, "三")
    assert text[reference.start : reference.end] == "《预算法》第十四条第二款第（三）项"


@pytest.mark.parametrize("text", ["财预〔2020〕10号", "财预[2020]10号", "财预（2020） 10 号"])
def test_document_numbers_come_to_one_form(text: str) -> None:
    assert document_number(text) == "财预〔2020〕10号"
