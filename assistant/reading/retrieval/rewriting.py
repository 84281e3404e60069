"""改写：问题里平常的字样，另配法言法语，一起检索。词表是数据（knowledge/retrieval/legal_words.yaml）。"""

import re
from collections.abc import Mapping


class LegalWords:
    """平常话到法言法语的词表；左边是用“|”并列的字样。"""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._words = {
            plain: legal for said, legal in table.items() for plain in said.split("|") if plain
        }
        longest = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)) or r"(?!)")

    def of(self, question: str) -> str:
        """该添上的词，去掉重复；没有则为空。"""
        found = (self._words[match] for match in self._pattern.findall(question))
        return " ".join(dict.fromkeys(" ".join(found).split()))
