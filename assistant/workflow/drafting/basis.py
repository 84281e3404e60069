"""根据：一节叙述写成时所依的文字事实。后来改了，模型写的那一版就不能再用，因为里面照抄的数和话可能已经不对。"""

import json
from hashlib import sha256

from assistant.domain.draft import DraftVersion
from assistant.domain.ledger import Ledger
from assistant.domain.outline import Narrative, Section


def basis_of(section: Section, ledger: Ledger) -> str:
    """这一节所依的文字事实和表格的摘要。"""
    addresses = [a for b in section.body if isinstance(b, Narrative) for a in b.facts]
    used = {a: ledger.texts.get(a) or ledger.rows.get(a) for a in addresses}
    words = {address: value for address, value in used.items() if value}
    return sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def is_stale(version: DraftVersion, section: Section, ledger: Ledger) -> bool:
    """写成之后，它所依的文字事实改过。"""
    return bool(version.basis) and version.basis != basis_of(section, ledger)
