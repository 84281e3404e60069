"""一处是否整个落在某些地方之内；地方再多，查一处也只是折半。"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from assistant.domain.findings import Span


class Covering:
    """一批地方；可以重叠，不必排好。

    >>> Span(3, 5) in Covering([Span(2, 6)])
    True
    """

    def __init__(self, places: Iterable[Span] = ()) -> None:
        ordered = sorted(places)
        self._starts = [place.start for place in ordered]
        self._ends = tuple(accumulate((place.end for place in ordered), max))

    def __contains__(self, span: Span) -> bool:
        """有一个地方盖住它。"""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]
