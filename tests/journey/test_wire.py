"""线上的字节：一整条路走下来，对话、起草、改写、问法规、编向量，送出的字节里没有一个事实的值，没有一个人名。

同一个数用十来种写法说，姓名、电话、证件号、账号、车牌都说，逐种查。
"""

import pytest

from assistant.bootstrap import LocalDesk, connect
from assistant.domain.events import FactConfirmed, FactsProposed
from assistant.domain.facts import Fact
from assistant.domain.quantities import Quantity
from assistant.reading.talk.amounts import fold
from assistant.settings import Settings
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.consultation import ask
from assistant.workflow.drafting.assembly import section_text
from assistant.workflow.drafting.drafting import draft
from assistant.workflow.drafting.rewriting import ACTIONS, adopt, rewrite
from assistant.workflow.drafting.versions import sentences
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import answer_seen, take_turn
from assistant.workflow.reports import new_report
from tests.fake_openai import FakeOpenAI
from tests.journey.story import BUREAU, MESSAGES, YEAR
from tests.notation import SAID

AMOUNTS = (
    "全年预算数796.86万元",
    "全年预算数7968600元",
    "全年预算数7,968,600.00元",
    "全年预算数￥7968600",
    "全年预算数７９６．８６万元",
    "全年预算数796.86W",
    "全年预算数0.079686亿元",
    "全年预算数796万8600",
    "全年预算数七百九十六点八六万元",
    "全年预算数七百九十六万八千六百元",
    "全年预算数柒佰玖拾陆万捌仟陆佰元整",
    "全年预算数不到八百万，七百九十多万",
    "说错了，全年预算数不是798.66万元，是796.86万元",
    "全年预算数：７，９６８，６００元",
    "预算796.86万，比上年多7.13万，增幅百分之零点九",
)
HIDDEN = (
    "796 7968 0.0796 798.66 七百九十 柒佰 八百万 7.13 零点九 79.68".split()
    + "云大山 云小溪 欧阳建 13812345678 130123198001011234 6222021234567890123 冀A12345".split()
)
PEOPLE = (
    "工作组由云大山牵头，联系人：欧阳建 13812345678，身份证130123198001011234",
    "欧阳局长定的，卡号6222021234567890123，车牌冀A12345",
    "云小溪说在职35人，接待费3.17万元超不超标？",
)
OPEN = ("预算法第四十条", "2023", "do=propose", "可用的数字", "要改的一段", '"input"')


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> str:
    """走完全程收到的全部字节，折成半角，去掉千分位和空格。"""
    with FakeOpenAI() as server:
        settings = {"JIGAO_BASE_URL": server.url, "model": "demo"}
        settings |= {"embedding_base_url": server.url, "embedding_model": "e"}
        folder = tmp_path_factory.mktemp("wire") / "data"
        desk = connect(Settings(data_dir=folder, **settings))  # type: ignore[arg-type]
        book = walked(desk)
        told = fold(server.wire)
    assert_values_stay(book, told)
    return told.replace(",", "").replace(" ", "")


def walked(desk: LocalDesk) -> Book:
    """一整条路。"""
    desk.evidence.rebuild()
    book = new_report(desk, BUREAU, YEAR, "national", "王经办")
    report = book.report.id
    team = (("云大山", BUREAU, "局长", ""), ("云小溪", BUREAU, "会计", ""))
    fact = Fact(id="team", key="team", year=YEAR, value=team, provenance=SAID)
    record(desk, book, "王经办", FactsProposed(facts=(fact,)), FactConfirmed(fact="team"))
    for text in (*MESSAGES, *AMOUNTS, *PEOPLE):
        turn = take_turn(desk, report, text, "王经办")
        if turn.book.report.messages[-1].withheld:
            answer_seen(desk, report)
    confirm_all(desk, report, "王经办")
    ask(desk, "花了796.86万元，接待费七百九十六万超标了吗？", year=YEAR)
    ask(desk, "预算法第四十条对预备费怎么说？", year=YEAR)
    draft(desk, report, "", "王经办")
    section = open_book(desk, report).outline.section("methods")
    assert section is not None
    for action in ACTIONS:
        text = section_text(section, open_book(desk, report)).text
        marked = next(s for s in sentences(text) if s.strip())
        change = rewrite(desk, report, section.id, marked, action, seen=True)
        adopt(desk, report, section.id, change, "王经办", sure=True)
    return open_book(desk, report)


def assert_values_stay(book: Book, told: str) -> None:
    """事实表里每个两位以上的数，写成报来的样子和折成元的样子，都不在线上。"""
    values = [f.value for f in book.report.facts.values() if isinstance(f.value, Quantity)]
    assert len(values) > 40
    for value in values:
        printed, base = f"{value.value:f}", f"{value.base:f}".rstrip("0").rstrip(".")
        for written in (f"{printed}{value.unit}", printed if "." in printed else "", base):
            if len(written.rstrip("万亿元%人个份辆分平方米")) > 2:
                assert written not in told, value


@pytest.mark.parametrize("secret", HIDDEN)
def test_no_written_form_of_a_value_and_no_name_leaves(wire: str, secret: str) -> None:
    assert secret not in wire


@pytest.mark.parametrize("word", OPEN)
def test_every_kind_of_sending_was_there_with_the_law_and_the_years(wire: str, word: str) -> None:
    assert word in wire


def test_the_embeddings_endpoint_got_the_question_masked(wire: str) -> None:
    sent = [line for line in wire.splitlines() if '"input"' in line]
    questions = [line for line in sent if "接待费" in line and "超标了吗" in line]
    assert questions
    assert all("【金额" in line for line in questions)
    assert not [secret for secret in HIDDEN for line in sent if secret in line]
