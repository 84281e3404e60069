"""推辞：不知道、跳过、让某股室答。报了别的数的一段话里，只放下点了名的那几项。"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from assistant.domain.events import FieldsDeclined
from assistant.domain.outline import split_key
from assistant.reading.talk.replies import Refusal, named_fields, refusal_in
from assistant.workflow.books import Book
from assistant.workflow.interview.asking import absent_fields
from assistant.workflow.interview.commands import Orders

_SENTENCE = re.compile(r"[^。；;！!\n]+")


class Refused(NamedTuple):
    """一段话里的推辞。whole：整段话就是推辞，没有别的。"""

    events: tuple[FieldsDeclined, ...] = ()
    whole: bool = False


def refused(
    text: str, asked: tuple[str, ...], book: Book, proposed: Collection[str], given: Orders
) -> Refused:
    """推辞的是话里点到的项；没点名、也没报数的，就是刚问的那一组。proposed 是报了数的字段。

    说没有这回事的（没有做问卷），是那一问的各项。
    """
    if absent := tuple(a for a in absent_fields(text, book.outline) if a not in proposed):
        return Refused((FieldsDeclined(keys=absent, how="none"),), whole=not proposed)
    if not proposed and (refusal := refusal_in(text)):
        keys = tuple(field.key for field in named_fields(text, book.outline.fields)) or asked
        return Refused((_event(keys, refusal),) if keys else (), whole=True)
    found = dict(_named(text, book))
    found |= {d.key: Refusal("office" if d.office else "unknown", d.office) for d in given.declined}
    kept = {key: why for key, why in found.items() if key not in proposed}
    return Refused(tuple(_event((key,), why) for key, why in kept.items()))


def _named(text: str, book: Book) -> Iterator[tuple[str, Refusal]]:
    """一句里又点了名又推辞的。"""
    for sentence in _SENTENCE.findall(text):
        if refusal := refusal_in(sentence):
            for field in named_fields(sentence, book.outline.fields):
                yield field.key, refusal


def _event(keys: tuple[str, ...], refusal: Refusal) -> FieldsDeclined:
    plain = {"keys": keys, "how": refusal.how, "office": refusal.office}
    return FieldsDeclined.model_validate(plain)


def keys_of(readings: Collection[str]) -> frozenset[str]:
    """地址所属的字段。"""
    return frozenset(split_key(address)[0] for address in readings)
