"""人均按谁均摊：单位自己的公用经费、人员经费按在职人数，别的按人口。"""

import re
from collections.abc import Sequence

from assistant.reading.claims.far.told import Told

_PEOPLE = re.compile("人口$|总人口|户籍|常住")
_OFFICE = re.compile("公用经费|人员经费|基本支出|运行经费|办公费|工资")
_STAFF = re.compile("(?:在职|在编|实有)(?:在职|在编)?(?:人员|人数|职工|教职工)?(?:共)?$")


def people(what: str, found: Sequence[Told]) -> list[Told]:
    """全文说过的人数里能作个数的；what 是均摊的是什么。"""
    said = _STAFF if _OFFICE.search(what) else _PEOPLE
    return [each for each in found if said.search(each.said)]
