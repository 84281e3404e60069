"""页面登记表。加一页：写一个 render(desk)，在这里加一行。"""

from collections.abc import Callable
from typing import NamedTuple

from assistant.bootstrap import LocalDesk
from assistant.ui import checkup, fill, finish, home, materials, quick_check
from assistant.ui.library import page as library
from assistant.ui.scoring import page as scoring


class PageSpec(NamedTuple):
    """一页：网址路径、名称、图标、画法；needs_report 的页要先选报告。"""

    path: str
    title: str
    icon: str
    render: Callable[[LocalDesk], None]
    needs_report: bool = True


PAGES: tuple[PageSpec, ...] = (
    PageSpec("home", "我的报告", ":material/folder_open:", home.render, needs_report=False),
    PageSpec("materials", "材料", ":material/attach_file:", materials.render),
    PageSpec("fill", "填写", ":material/forum:", fill.render),
    PageSpec("scoring", "评分", ":material/grading:", scoring.render, needs_report=False),
    PageSpec("checkup", "体检", ":material/fact_check:", checkup.render),
    PageSpec("finish", "成稿", ":material/task:", finish.render),
    PageSpec(
        "library",
        "资料库",
        ":material/library_books:",
        library.render,
        needs_report=False,
    ),
    PageSpec(
        "check",
        "只帮我查查",
        ":material/rule:",
        quick_check.render,
        needs_report=False,
    ),
)
