"""像不像：两句话共有的词占多大份，一句话的词有几成见于一段文字；稀罕的词分量重。"""

from collections.abc import Mapping


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """共有的占两句之和的一半的几成；词到稀罕程度的对照，空句为零。"""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum(rare for word, rare in one.items() if word in other) / total if total else 0.0


def covered(parts: Mapping[str, float], text: str) -> float:
    """按稀罕程度，几成见于文字。"""
    total = sum(parts.values())
    return sum(rare for part, rare in parts.items() if part in text) / total if total else 0.0
