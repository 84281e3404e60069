from assistant.reading.retrieval.judging import Judge, Linear, Looked, content, grams, word_signs

NOTHING = Linear(threshold=0, bias=0, weights={}, means={}, spreads={})


def looked(**changes: object) -> Looked:
    plain = Looked(
        question="预备费留多少",
        words={"预备费": 6.0, "喵": 9.0},
        pairs={"预备": 5.0, "备费": 5.0},
        unseen=frozenset({"喵"}),
        heads=("预备费按百分之一到百分之三设置", "别的"),
        inside=(0.9,),
        outside=(0.2,),
        first_phrase=0.9,
        asked=10.0,
        unasked=1.0,
        whole=12.0,
        whole_standard=5.0,
        self_score=20.0,
        alike=(0.2, 0.6),
        unalike=0.1,
        lead=12.0,
        margin=2.0,
        agree=3.0,
        named=False,
        cues={"software": True},
        vector=(1.0, 0.0),
    )
    return plain._replace(**changes)  # type: ignore[arg-type]


def judge(full: Linear = NOTHING, plain: Linear = NOTHING) -> Judge:
    return Judge(
        encoder="e", vector=(1.0, 0.0), vector_bias=0, grams={}, gram_bias=0, full=full, plain=plain
    )


def test_a_law_named_and_found_first_is_a_sign() -> None:
    assert word_signs(looked(named=True))["named"] == 1.0
    assert word_signs(looked())["named"] == 0.0


def one(name: str, weight: float) -> Linear:
    return Linear(threshold=0, bias=0, weights={name: weight}, means={name: 0}, spreads={name: 1})


def test_coverage_weighs_rare_words_more() -> None:
    signs = word_signs(looked())
    assert signs["words_first"] == 6 / 15
    assert signs["rarest_unexplained"] == 9
    assert signs["unseen"] == 1
    assert signs["pairs_best"] == 1


def test_the_most_alike_of_five_counts_and_a_lead_is_held() -> None:
    signs = word_signs(looked())
    assert (signs["alike_first"], signs["alike_best"], signs["lead"]) == (0.2, 0.6, 10.0)


def test_vectors_count_only_with_the_encoder_the_weights_were_fitted_on() -> None:
    both = judge(one("near", 1), one("near_none", 0).model_copy(update={"bias": -1, "weights": {}}))
    assert both.score(looked(), "e") > 0
    assert both.score(looked(), "another") < 0
    assert both.score(looked(vector=()), "e") < 0


def test_meaning_is_read_off_the_vector() -> None:
    assert judge(one("meaning", 3)).score(looked(), "e") == 1


def test_function_words_are_not_content() -> None:
    assert content(["预备费", "怎么", "多少", "预备费"]) == ("预备费",)


def test_grams_mark_head_and_tail() -> None:
    assert {"^预", "费$", "预备费"} <= set(grams("预备费"))
