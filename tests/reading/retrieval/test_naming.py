import pytest

from assistant.domain.evidence import Source
from assistant.reading.retrieval.naming import Directory, Named

SOURCES = (
    Source(id="a", title="中华人民共和国预算法"),
    Source(id="b", title="中华人民共和国预算法实施条例", document_number="国务院令第729号"),
    Source(id="c", title="行政事业性国有资产管理条例"),
    Source(id="d", title="中华人民共和国科学技术普及法"),
    Source(id="e", title="机关事务管理条例"),
    Source(id="f", title="项目支出绩效评价管理办法", document_number="财预〔2020〕10号"),
    Source(id="g", title="中小企业促进法"),
    Source(id="h", title="促进科技成果转化法"),
)
DIRECTORY = Directory(SOURCES, ["劳动合同法", "宪法", "就业促进法"])


@pytest.mark.parametrize(
    ("question", "names", "article"),
    [
        ("预算法第五十七条", ("预算法",), "第五十七条"),
        ("《中华人民共和国预算法》第57条讲什么", ("预算法",), "第五十七条"),
        ("预算法实施条例53条", ("预算法实施条例",), "第五十三条"),
        ("实施条例（预算法的）八十四条", ("预算法实施条例",), "第八十四条"),
        ("国有资产管理条例第31条", ("行政事业性国有资产管理条例",), "第三十一条"),
        ("科普法第七条", ("科学技术普及法",), "第七条"),
        ("机关事务那个条例管不管法院", ("机关事务管理条例",), ""),
        ("财预[2020]10号里等级怎么分", ("项目支出绩效评价管理办法",), ""),
        ("国令729号第六条", ("预算法实施条例",), "第六条"),
        ("729号令里怎么说结转", ("预算法实施条例",), ""),
        ("87号令里评标要几个人", (), ""),
        ("行政事业单位国有资产那个条例第三条", ("行政事业性国有资产管理条例",), "第三条"),
        ("中小企业促进法第九条", ("中小企业促进法",), "第九条"),
        ("自评的依据是哪一条", (), ""),
        ("这样做合法吗，有没有说法", (), ""),
    ],
)
def test_what_a_question_names(question: str, names: tuple[str, ...], article: str) -> None:
    found = DIRECTORY.read(question)
    assert (found.names, found.article, found.missing) == (names, article, "")


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("财预〔2099〕188号第五条", "财预〔2099〕188号"),
        ("《财政监督法》怎么罚", "《财政监督法》"),
        ("劳动合同法里怎么规定", "《劳动合同法》"),
        ("湿地保护法第三条", "《湿地保护法》"),
        ("就业促进法第三条", "《就业促进法》"),
        ("乡村产业促进法第三条", "《乡村产业促进法》"),
    ],
)
def test_what_the_library_does_not_hold_is_named(question: str, missing: str) -> None:
    assert DIRECTORY.read(question).missing == missing


def test_a_word_that_only_looks_like_a_law_is_not_missing() -> None:
    assert DIRECTORY.read("就职要不要宪法宣誓") == Named()


def test_paragraph_and_item() -> None:
    found = DIRECTORY.read("预算法第五十七条第二款第（三）项")
    assert (found.article, found.paragraph, found.item) == ("第五十七条", 2, "三")


@pytest.mark.parametrize(
    ("question", "starts"),
    [("预算法什么时候施行的", True), ("预算法啥时候生效", True), ("预算法里谁来批预备费", False)],
)
def test_asking_since_when(question: str, starts: bool) -> None:
    assert DIRECTORY.read(question).starts is starts
