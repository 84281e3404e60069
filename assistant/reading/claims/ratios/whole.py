"""占比的整体：可能是哪几个数，信几分。"""

from typing import NamedTuple

from assistant.reading.claims.judging.judging import Doubt, Input


class Whole(NamedTuple):
    """可能的整体，最可能的在前；certain 为假表示由上下文推定。"""

    inputs: tuple[Input, ...] = ()
    certain: bool = False
    planned: bool = False
    doubt: Doubt = Doubt.NONE
