"""法规文本的切分。"""

from datetime import date

import pytest

from assistant.reading.law.statutes import NoStructure, clause, split

LAW = """# 中华人民共和国云岭示范法

2019年3月1日 云岭示范会议通过

2022年5月6日 云岭示范会议修订

## 第一章 总 则

第一条 为了规范示范活动，制定本法。

第二条　本法所称示范，是指下列活动：
（一）讲解；
（二）演练，
第一条规定的活动除外。
县级人民政府可以作出规定。

### 第一节 报告

第十二条 每年报告一次。

第十二条之一 报告应当公开。

第十三条 本法自2022年8月1日起施行。

附件1：示范活动目录
讲解
"""


def test_articles_carry_chapter_and_section_and_keep_their_paragraphs() -> None:
    statute = split(LAW)
    assert [(p.number, p.chapter) for p in statute.provisions] == [
        ("第一条", "第一章 总则"),
        ("第二条", "第一章 总则"),
        ("第十二条", "第一章 总则 第一节 报告"),
        ("第十二条之一", "第一章 总则 第一节 报告"),
        ("第十三条", "第一章 总则 第一节 报告"),
        ("附件1", "附件1 示范活动目录"),
    ]
    assert statute.provisions[-1].text == "讲解"
    assert statute.provisions[1].text.splitlines()[-2:] == [
        "第一条规定的活动除外。",
        "县级人民政府可以作出规定。",
    ]


def test_title_dates_and_missing_articles_are_read() -> None:
    statute = split(LAW)
    assert statute.title == "中华人民共和国云岭示范法"
    assert (statute.version, statute.effective_from) == (date(2022, 5, 6), date(2022, 8, 1))
    assert (statute.assumed, statute.articles) == (False, 13)
    assert statute.doubts == ("第2条之后是第12条",)


def test_an_amended_text_does_not_take_the_first_day_of_force() -> None:
    statute = split(LAW.replace("2022年8月1日起", "2019年6月1日起"))
    assert (statute.effective_from, statute.assumed) == (date(2022, 5, 6), True)


def test_an_impossible_date_is_passed_over() -> None:
    assert split(LAW.replace("2022年5月6日", "2022年13月41日")).version == date(2019, 3, 1)


def test_the_number_of_the_last_order_is_the_documents() -> None:
    text = LAW.replace("示范会议通过", "国务院令第12号公布").replace(
        "示范会议修订", "国务院令第34号修订"
    )
    assert split(text).document_number == "国务院令第34号"


def test_a_notice_without_articles_is_cut_by_its_numbered_parts() -> None:
    notice = (
        "关于做好示范工作的通知\n云财〔2023〕5号\n各单位：\n一、总体要求\n统一组织。\n"
        "二、步骤\n（一）准备。列清单。\n（二）实施。\n"
    )
    statute = split(notice)
    assert statute.document_number == "云财〔2023〕5号"
    assert [(p.number, p.text) for p in statute.provisions] == [
        ("一、", "一、总体要求\n统一组织。"),
        ("二、", "二、步骤"),
        ("二、（一）", "（一）准备。列清单。"),
        ("二、（二）", "（二）实施。"),
    ]


@pytest.mark.parametrize("text", ["", "今天天气很好。\n没有条也没有序号。", "🙂" * 500])
def test_a_text_without_structure_is_refused(text: str) -> None:
    with pytest.raises(NoStructure):
        split(text)


@pytest.mark.parametrize(
    ("paragraph", "item", "said"),
    [
        (1, None, "本法所称示范，是指下列活动：\n（一）讲解；\n（二）演练，"),
        (1, "二", "（二）演练，"),
        (2, None, "第一条规定的活动除外。"),
        (None, "一", "（一）讲解；"),
        (9, None, None),
        (2, "一", None),
    ],
)
def test_a_paragraph_and_an_item_can_be_picked(
    paragraph: int | None, item: str | None, said: str | None
) -> None:
    text = split(LAW).provisions[1].text
    assert clause(text, paragraph, item) == said


def test_a_day_that_does_not_exist_is_named() -> None:
    text = "云岭县示范办法\n第一条 为了示范。\n第二条 本办法自2023年13月45日起施行。\n"
    statute = split(text)
    assert statute.effective_from is None
    assert statute.doubts == ("“2023年13月45日”不是一个日子，没有当作日期，请对照原件",)
