"""后台备索引：一次只备一份，不让人等。"""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from assistant.domain.errors import JigaoError


class Preparing:
    """在后台做 work，做完还没好就再做一遍；建不成的原因，提问时会说。"""

    def __init__(self, work: Callable[[], object], ready: Callable[[], bool]) -> None:
        self._work, self._ready = work, ready
        self._lock = Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        """已经在做就不另起。"""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="index", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """等它做完。"""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        with suppress(JigaoError):
            self._work()
            while not self._ready():  # 备的时候藏书又变了
                self._work()
