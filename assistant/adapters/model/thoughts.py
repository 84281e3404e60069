"""思考过程：本机服务有时把 <think>……</think> 写在正文前面，边收边去掉。"""

_OPEN, _CLOSE = "<think>", "</think>"


class Thoughts:
    """逐段去掉开头的思考。没到齐的标记先留着，等下一段。"""

    def __init__(self) -> None:
        self._held, self._state = "", "start"

    def without(self, piece: str) -> str:
        """这一段里不是思考的部分。"""
        if self._state == "text":
            return piece
        self._held += piece
        if self._state == "start":
            begun = self._held.lstrip()
            if not begun or (len(begun) < len(_OPEN) and _OPEN.startswith(begun)):
                return ""
            self._state = "thinking" if begun.startswith(_OPEN) else "text"
        if self._state == "thinking":
            _, closed, after = self._held.partition(_CLOSE)
            if not closed:
                return ""
            self._state, self._held = "text", after.lstrip()
        said, self._held = self._held, ""
        return said
