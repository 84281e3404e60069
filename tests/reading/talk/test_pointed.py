"""模型所指与规则并列：指得对的多收，指得不相干的不收，也不搅乱规则已读出的。"""

from assistant.reading.talk.facts import Context, Pointed, propose
from tests.fakes import FakeDesk

OUTLINE = FakeDesk().catalogue.outline("department-self-evaluation")


def read(text: str, *pointed: Pointed) -> dict[str, str]:
    """读出的：键到值。"""
    found = propose(text, OUTLINE.fields, 2023, Context("云岭县商务局"), pointed)
    return {proposal.key: str(proposal.value) for proposal in found.proposals}


def test_a_name_that_already_belongs_to_another_figure_vouches_for_nothing() -> None:
    """“编制”说的是18人；空编的2人不因此就是编制外聘用人员。"""
    said = "核定编制18人，空编2个"
    assert read(said, Pointed("staff.other", "，空编2个")) == read(said)
    assert "staff.other" not in read(said)


def test_an_unrelated_pointing_does_not_unsettle_what_the_rules_carried_on() -> None:
    said = "公用经费比上年节约1.3万元，今年是22.7万元。"
    alone = read(said)
    assert alone["expenditure.public"] == "22.7万元"
    assert read(said, Pointed("assets.intangible", "，今年是22.7万元", revising=True)) == alone


def test_the_edge_of_a_range_is_no_value() -> None:
    said = "各项目最高的评分从86分到98分不等"
    pointed = Pointed("projects.maximum_score", "到98分")
    assert "projects.maximum_score" not in read(said, pointed)


def test_a_right_pointing_adds_what_the_rules_did_not_find() -> None:
    said = "满意度百分之九十六点五问卷发放一百五十份收回一百四十八份"
    quote = "问卷发放一百五十份"
    gained = read(said, Pointed("survey.sent", quote)).items() - read(said).items()
    assert gained == {("survey.sent", "150份")}


def test_a_wide_quote_whose_figures_are_all_read_is_passed_over_in_silence() -> None:
    said = "编制人数26人，在职人数24人"
    context, pointed = Context("云岭县商务局"), (Pointed("staff.in_post", said),)
    found = propose(said, OUTLINE.fields, 2023, context, pointed)
    assert (len(found.proposals), found.rejected) == (2, ())
