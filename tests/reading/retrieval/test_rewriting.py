from assistant.reading.retrieval.rewriting import LegalWords

WORDS = LegalWords({"挂网|晒": "公开 公布", "小金库": "私存私放", "金库": "国库"})


def test_plain_words_bring_their_legal_words_once() -> None:
    assert WORDS.of("决算挂网以后还要晒到哪") == "公开 公布"


def test_the_longer_word_wins() -> None:
    assert WORDS.of("小金库怎么罚") == "私存私放"


def test_nothing_plain_nothing_added() -> None:
    assert WORDS.of("预备费留多少") == ""
    assert LegalWords({}).of("预备费") == ""
