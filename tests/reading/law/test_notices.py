"""通知、印发的办法、令、网页：名称、文号、机关、日期、各部分和附件。全部虚构。"""

from datetime import date

import pytest

from assistant.domain.document import Block, BlockKind, Cell, Document, Table, plain
from assistant.domain.findings import Span
from assistant.reading.law.statutes import NoStructure, Statute, split, split_document

ISSUED = """云岭省财政厅关于印发《云岭省项目支出示范管理办法》的通知
云财预〔2020〕10号
各市、县财政局，省直各部门：
为规范示范管理，我们制定了《云岭省项目支出示范管理办法》，现印发给你们，请遵照执行。
附件：云岭省项目支出示范管理办法
云岭省财政厅
2020年2月25日
云岭省项目支出示范管理办法
第一章 总则
第一条 为加强示范管理，制定本办法。
第二条 示范得分由下列各项组成：
（一）讲解，占百分之四十；
（二）演练，占百分之六十。
第二章 附则
第三条 本办法自印发之日起施行。《云岭省示范暂行办法》（云财预〔2011〕285号）同时废止。
附件1
示范评分表
附件2
示范提纲
一、基本情况
写明单位概况。
二、结果
写明得分。
"""
ORDER = """中华人民共和国国务院令
第999号
《示范投资条例》已经2018年12月5日国务院第33次常务会议通过，现予公布，自2019年7月1日起施行。
总理 某某
2019年4月14日
示范投资条例
第一条 为了示范，制定本条例。
第二条 本条例自2019年7月1日起施行。
"""
NOTICE = """云岭县财政局文件
云财〔2024〕5号
云岭县财政局关于开展2023年度部门自评工作的通知
县直各部门：
为做好自评工作，现将有关事项通知如下：
一、自评范围
各部门的全部项目。
二、自评步骤
（一）准备。收集资料。
（二）打分。逐项打分。
三、有关要求
3月15日前报送，联系电话：0311-00000000。
附件：1.自评表
2.报告提纲
云岭县财政局
2024年1月20日
附件1
自评表
"""


def numbers(statute: Statute) -> list[str]:
    return [item.number for item in statute.provisions]


def test_the_measure_printed_behind_its_notice_is_the_document() -> None:
    statute = split(ISSUED)
    assert statute.title == "云岭省项目支出示范管理办法"
    assert statute.document_number == "云财预〔2020〕10号"
    assert statute.issuer == "云岭省财政厅"
    assert (statute.version, statute.effective_from) == (date(2020, 2, 25), date(2020, 2, 25))
    assert not statute.assumed
    assert statute.repeals == ("云岭省示范暂行办法",)
    assert numbers(statute) == [
        "印发通知", "第一条", "第二条", "第三条", "附件1", "附件2·一、", "附件2·二、",
    ]  # fmt: skip
    assert statute.articles == 3
    assert statute.provisions[-1].chapter == "附件2 示范提纲 二、结果"


def test_an_order_gives_number_issuer_and_day_of_force() -> None:
    statute = split(ORDER)
    assert statute.title == "示范投资条例"
    assert (statute.document_number, statute.issuer) == ("国务院令第999号", "国务院")
    assert statute.level == "行政法规"
    assert (statute.version, statute.effective_from) == (date(2019, 4, 14), date(2019, 7, 1))


def test_a_notice_is_cut_by_its_parts_and_its_annexes_stand_apart() -> None:
    statute = split(NOTICE)
    assert statute.title == "云岭县财政局关于开展2023年度部门自评工作的通知"
    assert statute.document_number == "云财〔2024〕5号"
    assert statute.version == date(2024, 1, 20)
    assert numbers(statute) == ["引言", "一、", "二、", "二、（一）", "二、（二）", "三、", "附件1"]
    assert statute.provisions[-2].text.endswith("0311-00000000。")
    assert statute.left == ("附件：1.自评表", "2.报告提纲", "云岭县财政局", "2024年1月20日")


def test_a_reply_without_parts_is_kept_whole_but_a_law_without_articles_is_refused() -> None:
    reply = "关于示范项目的批复\n云发改〔2023〕7号\n县商务局：\n同意你局的示范项目。\n此复。\n"
    assert numbers(split(reply)) == ["全文"]
    with pytest.raises(NoStructure):
        split("云岭示范法\n2020年1月1日通过\n为了示范，应当示范。\n" * 3)


def test_a_web_page_gives_its_table_of_particulars_and_drops_its_furniture() -> None:
    page = (
        "首页 > 政策\n标题：示范条例\n发文字号：云政发〔2021〕3号\n发文机关：云岭县人民政府\n"
        "成文日期：2021年3月4日\n示范条例\n第一条 为了示范。\n第二条 本条例自公布之日起施行。\n"
        "【打印】【关闭】\n版权所有 云岭县人民政府\n扫一扫在手机打开当前页\n"
    )
    statute = split(page)
    assert (statute.title, statute.document_number) == ("示范条例", "云政发〔2021〕3号")
    assert (statute.issuer, statute.version) == ("云岭县人民政府", date(2021, 3, 4))
    assert statute.provisions[-1].text == "本条例自公布之日起施行。"
    assert len(statute.left) == 3


def test_a_table_of_contents_is_not_the_text() -> None:
    text = (
        "示范条例\n目 录\n第一章 总则……1\n第二章 罚则……2\n第一章 总则\n第一条 甲。\n第二章 罚则\n"
        "第二条 乙。\n"
    )
    assert [(p.number, p.chapter) for p in split(text).provisions] == [
        ("第一条", "第一章 总则"),
        ("第二条", "第二章 罚则"),
    ]


def test_a_law_broken_by_the_page_is_joined_and_a_reference_at_the_line_head_is_no_article() -> (
    None
):
    lines = [
        "示范条例",
        "第一条 为了规范示范活动，保障示范的质量，维护各方的合法权益，根据法律的规定",
        "制定本条例。",
        "第二条 县级人民政府应当加强对示范活动的领导，协调解决重大问题，对违反本条例",
        "第三条规定的，依法处理；有关部门负责示范活动的监督管理，并定期向社会公布有关",
        "结果。",
        "第三条县级示范每年举行一次，具体办法由县人民政府另行制定，报市人民政府备案后",
        "施行。",
    ]
    statute = split_document(plain("示范条例", "\n".join(lines)))
    assert numbers(statute) == ["第一条", "第二条", "第三条"]
    assert "违反本条例第三条规定的" in statute.provisions[1].text
    assert "\n" not in statute.provisions[0].text


def test_a_table_in_an_annex_is_kept_row_by_row() -> None:
    text = (
        "示范办法\n第一条 甲。\n第二条 评分标准见附件，由财政部门另行公布并更新。\n附件1\n评分表\n"
    )
    table = "指标\t分值\n讲解\t40\n"
    at = len(text)
    spans = [(0, 0, 0, 2), (0, 1, 3, 5), (1, 0, 6, 8), (1, 1, 9, 11)]
    cells = tuple(
        Cell(row, column, table[start:end], Span(at + start, at + end))
        for row, column, start, end in spans
    )
    span = Span(at, at + len(table))
    base = plain("示范办法", text)
    document = Document(
        "示范办法",
        text + table,
        (*base.blocks, Block(BlockKind.TABLE, span)),
        (Table(cells, span),),
    )
    last = split_document(document).provisions[-1]
    assert (last.number, last.chapter) == ("附件1", "附件1 评分表")
    assert last.text == "指标｜分值\n讲解｜40"


def test_the_caption_in_brackets_becomes_the_heading() -> None:
    statute = split("示范法典\n第一编 总则\n第一条【目的】为了示范。\n第二条 【范围】适用全县。\n")
    assert [(p.chapter, p.text) for p in statute.provisions] == [
        ("第一编 总则 目的", "为了示范。"),
        ("第一编 总则 范围", "适用全县。"),
    ]


def test_days_written_in_characters_and_days_that_do_not_exist() -> None:
    text = (
        "示范条例\n二〇二一年二月三十日通过\n二〇二一年三月四日公布\n第一条 甲。\n"
        "第二条 自公布之日起30日后施行。\n"
    )
    statute = split(text)
    assert statute.version == date(2021, 3, 4)
    assert (statute.effective_from, statute.assumed) == (date(2021, 4, 3), False)


def test_two_laws_in_one_file_are_pointed_out() -> None:
    both = "示范条例\n第一条 甲。\n第二条 乙。\n第三条 丙。\n另一条例\n第一条 丁。\n第二条 戊。\n"
    assert "像是几份文件合在一起" in split(both).doubts[-1]
