"""根据：一节文字写成时所依的文字事实。后来改了，写成的那一版就不能再用，因为里面照抄的数和话可能已经不对。"""

import json
from collections.abc import Iterator
from hashlib import sha256

from assistant.domain.draft import DraftVersion
from assistant.domain.ledger import Ledger
from assistant.domain.outline import Body, Listing, Narrative, Section, Template, Verbatim


def basis_of(section: Section, ledger: Ledger) -> str:
    """这一节所依的文字事实和表格型事实的摘要。"""
    addresses = {address for body in section.body for address in _addresses(body)}
    used = {a: ledger.texts.get(a) or ledger.rows.get(a) for a in addresses}
    words = {address: value for address, value in used.items() if value}
    return sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def is_stale(version: DraftVersion, section: Section, ledger: Ledger) -> bool:
    """写成之后，它所依的文字事实改过。"""
    return bool(version.basis) and version.basis != basis_of(section, ledger)


def _addresses(body: Body) -> Iterator[str]:
    match body:
        case Verbatim(field=field):
            yield field
        case Listing(field=field, beside=beside):
            yield from (field, beside)
        case Narrative(facts=facts, prose=prose):
            yield from facts
            yield from (key for sentence in prose for key in sentence.keys)
        case Template(sentences=sentences):
            yield from (key for sentence in sentences for key in sentence.keys)
