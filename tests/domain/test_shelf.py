"""书架：新版本使旧版本到期，末条写明废止的也到期；按名称、简称、文号找得到。"""

from datetime import date

from assistant.domain.evidence import Passage, Source
from assistant.domain.shelf import Shelf, chained


def law(name: str, title: str, start: str = "", **about: object) -> Source:
    since = date.fromisoformat(start) if start else None
    return Source.model_validate({"id": name, "title": title, "effective_from": since} | about)


def ends(*sources: Source) -> dict[str, str]:
    return {s.id: str(s.effective_to or "") for s in chained(sources).values()}


def test_a_later_version_ends_the_earlier_one_the_day_before() -> None:
    old, new = law("old", "中华人民共和国示范法", "2017-11-05"), law("new", "示范法", "2024-07-01")
    assert ends(new, old) == {"old": "2024-06-30", "new": ""}


def test_card_and_text_of_one_version_do_not_end_each_other() -> None:
    card, text = law("card", "示范法", "2020-01-01"), law("text", "示范法", "2020-01-01")
    assert ends(card, text) == {"card": "", "text": ""}


def test_an_earlier_end_that_is_written_down_stays() -> None:
    old = law("old", "示范法", "2010-01-01", effective_to=date(2015, 1, 1))
    assert ends(old, law("new", "示范法", "2020-01-01"))["old"] == "2015-01-01"


def test_a_local_rule_does_not_end_a_national_one_of_the_same_name() -> None:
    national = law("n", "示范办法", "2010-01-01")
    local = law("l", "示范办法", "2020-01-01", locality="hebei")
    assert ends(national, local) == {"n": "", "l": ""}


def test_what_a_last_article_repeals_ends_too() -> None:
    old = law("old", "示范暂行办法", "2011-07-01", document_number="云财〔2011〕285号")
    new = law("new", "示范办法", "2020-03-01", repeals=("云岭省示范暂行办法", "示范暂行办法"))
    assert ends(old, new)["old"] == "2020-02-29"


def test_sources_are_found_by_title_alias_and_number() -> None:
    one = law(
        "one", "《示范管理办法（试行）》", document_number="云财〔2020〕1号", aliases=("办法",)
    )
    shelf = Shelf([Passage(id="one#第一条", source=one, provision="第一条", text="甲。")])
    for title in ("示范管理办法(试行)", "《示范管理办法（试行）》", "办法"):
        assert [s.id for s in shelf.named(title)] == ["one"]
    assert shelf.numbered("云财〔2020〕1号")[0].id == "one"
    assert shelf.named("别的办法") == ()
