"""一句管几项的率：预算分别为甲、乙，支出分别为丙、丁，执行率分别为……，按次序各对各的。"""

import re

from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.text.labels import PLANNED

_GIVEN = re.compile("安排|下达|批复|核定|筹集|到位|应|计划|任务")


def row_of(paragraph: Paragraph, at: int) -> range:
    """一个数所在的并列的一排。"""
    items, first, last = paragraph.items, at, at
    while first and items[first].follows:
        first -= 1
    while last + 1 < len(items) and items[last + 1].follows:
        last += 1
    return range(first, last + 1)


def counterparts(paragraph: Paragraph, row: range, at: int) -> tuple[int, int] | None:
    """这一排率里的一个，对应的分子和分母：前面同样多个数的两排，一排是预算（或先说的安排、下达数），一排不是。"""
    items, subjects = paragraph.items, paragraph.subjects
    parts: list[range] = []
    wholes: list[range] = []
    end = row.start - 1
    while end >= 0 and end > row.start - REACH and items[end].sentence == items[at].sentence:
        other = row_of(paragraph, end)
        if len(other) == len(row):
            (wholes if subjects[other.start].basis in PLANNED else parts).append(other)
        end = other.start - 1
    if not wholes and len(parts) == 2 and _GIVEN.search(paragraph.lead(parts[1].start)):
        parts, wholes = parts[:1], parts[1:]
    if not parts or not wholes:
        return None
    place = at - row.start
    return parts[0][place], wholes[0][place]
