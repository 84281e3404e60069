"""法规答复的 JSON 形状。"""

from typing import Any

from assistant.domain.evidence import Answer


def answer_json(answer: Answer) -> dict[str, Any]:
    """一个答复。"""
    return answer.model_dump(mode="json")
