"""像不像：两句话共有的词占多大份，稀罕的词分量重。"""

from collections.abc import Mapping


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """共有的占两句之和的一半的几成；词到稀罕程度的对照，空句为零。"""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum(rare for word, rare in one.items() if word in other) / total if total else 0.0
