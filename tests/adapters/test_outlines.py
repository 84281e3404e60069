"""大纲数据：每个占位符、每条关系都指向有的字段；句子里没有裸数字。"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.domain.errors import BadData, NotFound
from assistant.domain.outline import PLACEHOLDER, Outline, Sentence, split_key
from tests.needs import ROOT

OUTLINE = FileCatalogue(ROOT / "knowledge").outline("department-self-evaluation")
GIVEN_BY_CODE = ("report.", "locality.")


def sentences(outline: Outline) -> Iterator[Sentence]:
    for section in outline.sections:
        for body in section.body:
            yield from getattr(body, "sentences", ())
            yield from getattr(body, "prose", ())


def test_every_placeholder_names_a_field() -> None:
    used = {
        key
        for sentence in sentences(OUTLINE)
        for text in (sentence.text, sentence.flat, sentence.or_else)
        for key in PLACEHOLDER.findall(text)
    }
    unknown = {k for k in used if not k.startswith(GIVEN_BY_CODE) and OUTLINE.field(k) is None}
    assert unknown == set()


def test_no_sentence_carries_a_bare_figure() -> None:
    bare = [s.text for s in sentences(OUTLINE) if re.search(r"\d", PLACEHOLDER.sub("", s.text))]
    assert bare == []


def test_relations_name_fields_and_give_a_basis() -> None:
    for relation in OUTLINE.all_relations:
        named = relation.model_dump(exclude={"kind", "basis"})
        addresses = [a for v in named.values() for a in ([v] if isinstance(v, str) else v)]
        assert relation.basis
        assert [a for a in addresses if OUTLINE.field(split_key(a)[0]) is None] == []


def test_no_alias_names_two_fields_that_the_unit_does_not_tell_apart() -> None:
    names = [(name, f.kind) for f in OUTLINE.fields for name in {f.label, *f.aliases}]
    assert sorted({n for n in names if names.count(n) > 1}) == []


def test_every_required_field_is_asked() -> None:
    asked = {split_key(a)[0] for s in OUTLINE.sections for q in s.questions for a in q.fields}
    assert [f.key for f in OUTLINE.fields if f.required and f.key not in asked] == []


def test_a_missing_outline_says_which_exist(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="没有大纲 x"):
        FileCatalogue(tmp_path).outline("x")


def test_a_broken_outline_names_file_and_place(tmp_path: Path) -> None:
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "x.yaml").write_text("id: x\n title: 坏\n", encoding="utf-8")
    with pytest.raises(BadData, match=r"x\.yaml 第2行"):
        FileCatalogue(tmp_path).outline("x")
