"""一套固定的词：写法、用法如同 StrEnum，取用快得多。

3.11 的枚举每取一个成员（Role.LEVEL）都绕经元类的 __getattr__，比取普通类的属性慢近十倍。
通读一份报告要取几十万次，所以通读里处处要用的几套词不用枚举，用这里的类。
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

__all__ = ["Words"]

if TYPE_CHECKING:
    from enum import StrEnum as Words
else:

    class _Listed(type):
        def __iter__(cls) -> Iterator["Words"]:
            return iter(cls.members.values())

    class Words(str, metaclass=_Listed):
        """子类写 LEVEL = "level"，Role.LEVEL 就是唯一的那个词，可用 is 比较。"""

        __slots__ = ()
        members: dict[str, "Words"]

        def __init_subclass__(cls) -> None:
            said = {name: word for name, word in vars(cls).items() if name.isupper()}
            cls.members = {word: str.__new__(cls, word) for word in said.values()}
            for name, word in said.items():
                setattr(cls, name, cls.members[word])

        def __new__(cls, word: str) -> "Words":
            """取已有的词（反序列化也经由这里）；没有这个词抛 ValueError。"""
            if word not in cls.members:
                raise ValueError(f"{cls.__name__} 里没有“{word}”")
            return cls.members[word]

        @property
        def value(self) -> str:
            """词本身。"""
            return str(self)
