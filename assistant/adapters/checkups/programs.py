"""自检外部程序：没有也照样能用，只是少读几种文件。"""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

from assistant.adapters.documents import office_file
from assistant.domain.checkup import Check

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def checks() -> Iterator[Check]:
    """LibreOffice、识别组件、浏览器。"""
    yield _one(
        "LibreOffice",
        office_file.available(),
        "doc、wps、rtf 读得了",
        "doc、wps、rtf 读不了，要先另存为 docx",
        "Debian：apt-get install libreoffice-writer-nogui libreoffice-calc-nogui。",
    )
    yield _one(
        "文字识别",
        find_spec("rapidocr") is not None,
        "图片和扫描件认得了字",
        "图片和扫描件读不了",
        "按 README 的“扫描件”一节安装。",
    )
    yield _one(
        "Chromium",
        any(shutil.which(program) for program in _CHROMIUM),
        "跑浏览器测试用得上",
        "只有开发时的浏览器测试才用",
        "Debian：apt-get install chromium fonts-noto-cjk。",
    )


def _one(name: str, there: bool, with_it: str, without: str, todo: str) -> Check:
    words = f"有，{with_it}" if there else f"没有，{without}"
    return Check(name, there, words, "" if there else todo, optional=True)
