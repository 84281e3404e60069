"""往年报告：只学写法，存下的文件里没有一个数字、一个名字。"""

from datetime import date

import pytest

from assistant.adapters.knowledge.source_writing import written
from assistant.reading.retrieval.samples import closest
from assistant.workflow.library.adding import add
from tests.fakes import FakeDesk

REPORT = """云岭县商务局2022年度部门整体支出绩效自评报告
一、部门基本情况
（一）部门概况
云岭县商务局（以下简称县商务局）内设3个股室，编制人数１２人，在职人数11人，负责人张建国局长，联系电话0311-8765432。
评价工作组由李明华、王秀英、欧阳志组成，经办人：赵小红，身份证号130123198001011234。
（二）年度收支情况
2022年年初预算收入数312.40万元，较上年增加二十万元，增长6.8%；云岭县宏达商贸有限公司承担了①号仓库的改造，
依据《云岭县商务发展办法》（云财〔2021〕15号）执行，第三季度完成三分之二。
二、绩效自评工作开展情况
我局成立了自评工作小组，按照县财政局的要求，对照年初目标逐项核对，形成自评结论后报局党组审定。
"""
NAMES = (
    "云岭", "商务局", "张建国", "李明华", "王秀英", "欧阳志", "赵小红", "宏达", "商务发展办法",
)  # fmt: skip


def test_no_digit_and_no_name_of_the_source_survives() -> None:
    desk = FakeDesk()
    done = add(desk, "云岭县商务局2022.txt", REPORT.encode())
    stored = written(done.source, done.passages)
    assert done.source.kind == "report"
    assert not [c for c in stored if c.isdigit()]
    assert not [name for name in NAMES if name in stored]
    assert "二十万" not in stored
    assert "三分之二" not in stored
    assert "我局成立了自评工作小组" in stored


def test_the_way_a_section_was_written_is_found_by_its_heading() -> None:
    passages = add(FakeDesk(), "报告.txt", REPORT.encode()).passages
    (sample,) = closest("三、绩效自评工作开展情况", passages, 2)
    assert "逐项核对" in sample.text
    assert closest("附表", passages, 2) == ()


def test_adding_the_same_report_again_changes_nothing() -> None:
    desk = FakeDesk()
    add(desk, "报告.txt", REPORT.encode())
    before = list(desk.library.passages)
    assert not add(desk, "报告.txt", REPORT.encode()).fresh
    assert desk.library.passages == before


NOTICE = """云岭县财政局关于做好2023年度部门整体支出绩效自评{break_}工作的通知
云财绩〔2024〕2号
县直各部门：
为做好绩效自评工作，现将有关事项通知如下。
一、自评范围
2023年度纳入部门预算的全部资金，包括上年结转资金。
"""


@pytest.mark.parametrize("break_", ["", "\n"])
def test_a_notice_about_self_evaluation_is_a_rule_and_no_report(break_: str) -> None:
    done = add(FakeDesk(), "通知.txt", NOTICE.format(break_=break_).encode())
    assert done.source.kind == "regulation"
    assert any("上年结转资金" in passage.text for passage in done.passages)


def test_a_notice_about_last_year_holds_from_the_year_it_is_about() -> None:
    """2024年2月印发、讲2023年度自评的通知：写2023年度的报告要查得到。"""
    dated = NOTICE.format(break_="") + "云岭县财政局\n2024年2月8日\n"
    source = add(FakeDesk(), "通知.txt", dated.encode()).source
    assert (source.effective_from, source.assumed) == (date(2023, 1, 1), True)
    plain = dated.replace("2023年度部门", "部门")
    assert add(FakeDesk(), "通知.txt", plain.encode()).source.effective_from == date(2024, 2, 8)
