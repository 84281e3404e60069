"""浏览器测试用的应用和页面：真的起一个服务，真的用 Chromium 打开。"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.needs import ROOT, program

_PATIENCE = 120_000
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def served(data: Path, **settings: str) -> Iterator[str]:
    """起一个应用，给出网址；结束时关掉。"""
    port = _free_port()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JIGAO_", "OPENAI_"))}
    env = kept | {"JIGAO_DATA_DIR": str(data), "PYTHONUTF8": "1"} | settings
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    log = (data.parent / "app.log").open("wb")
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


@contextmanager
def page(width: int = 1440, height: int = 900) -> Iterator[Page]:
    """一个空白页面。"""
    chromium = program("browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        opened = browser.new_page(viewport={"width": width, "height": height})
        opened.set_default_timeout(_PATIENCE)
        expect.set_options(timeout=_PATIENCE)
        yield opened
        browser.close()


def idle(tab: Page) -> None:
    """等这一轮画完。画着的时候，旧的字还在屏幕上，看见了不算数，刷新、换页会打断它。"""
    expect(tab.locator("[data-test-script-state=notRunning]")).to_have_count(1)


def go(tab: Page, link: str, path: str, heading: str = "") -> None:
    """点左边的链接到另一页，等那一页真的画出来。"""
    idle(tab)
    tab.get_by_role("link", name=link).click()
    tab.wait_for_url(f"**/{path}?*")
    expect(tab.get_by_role("heading", name=heading or link, level=1)).to_be_visible()
    idle(tab)


def press(tab: Page, name: str) -> None:
    """点一个点过就没有了的按钮，等它没有了、画完了。"""
    button = tab.get_by_role("button", name=name, exact=True)
    button.click()
    expect(button).to_have_count(0)
    idle(tab)


def reload(tab: Page) -> None:
    """刷新：先等画完，免得打断正在写的；再等刷新后的画出来。"""
    idle(tab)
    tab.reload()
    idle(tab)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "应用没有起来"
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("应用 30 秒没有起来")
