"""后台答话：接了模型时，话先存下，答在后台进行。页面刷新、关掉都不停，回来接着看；不想等了随时可以按规则答。"""

import threading

from assistant.domain.errors import JigaoError
from assistant.workflow.desk import Desk
from assistant.workflow.interview.interview import Turn, answer, answer_seen
from assistant.workflow.interview.listening import Heard

NOT_WAITED = "没有等模型，已按读话规则读过。"


class Answering:
    """正在答的一段话。"""

    def __init__(self, desk: Desk, report_id: str, *, seen: bool) -> None:
        self._desk, self._report_id, self._seen = desk, report_id, seen
        self.turn: Turn | None = None
        self.error: JigaoError | None = None
        self._done = threading.Event()
        threading.Thread(target=self._run, name="turn", daemon=True).start()

    @property
    def done(self) -> bool:
        """有了结果。"""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """等一会儿；有了结果为真。"""
        return self._done.wait(seconds)

    def _run(self) -> None:
        try:
            ask = answer_seen if self._seen else answer
            self.turn = ask(self._desk, self._report_id)
        except JigaoError as error:
            self.error = error
        finally:
            if self.turn is None and self.error is None:
                self.error = JigaoError("程序出错，没有用上模型")
            self._done.set()


class Turns:
    """各份报告正在答的话，一份报告一件。"""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._answering: dict[str, Answering] = {}
        self._lock = threading.Lock()

    def start(self, report_id: str, *, seen: bool = False) -> Answering:
        """开始答等着答的话（seen：把没有送的那段送出再听）；正在答就接着等那一件。"""
        with self._lock:
            running = self._answering.get(report_id)
            if running is None or running.done:
                running = Answering(self._desk, report_id, seen=seen)
                self._answering[report_id] = running
            return running

    def of(self, report_id: str) -> Answering | None:
        """这份报告最近的一件；没有为 None。"""
        with self._lock:
            return self._answering.get(report_id)

    def forget(self, report_id: str) -> None:
        """看过结果，收起来。"""
        with self._lock:
            self._answering.pop(report_id, None)

    def skip(self, report_id: str, why: str = NOT_WAITED) -> Turn:
        """不等模型：马上按规则答，答复里说明缘由。模型后来的答复不再用。"""
        self.forget(report_id)
        return answer(self._desk, report_id, Heard(note=why))
