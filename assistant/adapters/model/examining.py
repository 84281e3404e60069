"""自检模型端点：连接、模型、结构化答复、上下文长度。只送固定的问话，不送任何内容。"""

from collections.abc import Iterator

from assistant.adapters.model.chat import Chat
from assistant.adapters.model.failures import Malformed
from assistant.adapters.model.probing import ASK, Echo, Manner, best_manner, reach, works
from assistant.adapters.model.providers import Endpoint
from assistant.adapters.model.structured import MODES, Mode
from assistant.domain.checkup import Check
from assistant.domain.errors import Unavailable

_PADDING = "这一行只为占位，没有别的意思。" * 300
_LONG = f"暗号是“青石”。\n{_PADDING}\n请给出一个对象：word 填开头的暗号，items 填两个词“甲”“乙”。"
_LONGER = (
    "请把服务的上下文长度设到 16384 以上"
    "（Ollama 是 OLLAMA_CONTEXT_LENGTH，vLLM 是 --max-model-len）。"
)


def checks(endpoint: Endpoint) -> Iterator[Check]:
    """逐项检查，前一项不通就不往下走。"""
    try:
        names = reach(endpoint)
    except Unavailable as error:
        yield Check("连接", False, error.where, error.todo)
        return
    yield Check("连接", True, f"{endpoint.title} {endpoint.host} 连得上")
    yield from _named(endpoint, names)
    modes = list(_modes(endpoint))
    yield from modes
    if modes[-1].fine:
        manner = best_manner(endpoint)
        yield from _remembers(endpoint.plain() if manner.plain else endpoint, manner.mode)


def _named(endpoint: Endpoint, names: tuple[str, ...]) -> Iterator[Check]:
    for role, model in (("大模型", endpoint.large), ("小模型", endpoint.small)):
        if not names:
            yield Check(role, True, f"{model}（服务没有给出模型列表，未核对）")
        elif model in names:
            yield Check(role, True, f"{model} 在服务的模型列表里")
        else:
            yield Check(
                role,
                False,
                f"服务的模型列表里没有 {model}",
                f"列表里有：{'、'.join(names[:8])}。请改 JIGAO_MODEL 或 JIGAO_SMALL_MODEL。",
            )


def _modes(endpoint: Endpoint) -> Iterator[Check]:
    name = "结构化答复"
    try:
        good = [mode for mode in MODES if works(endpoint, Manner(mode))]
        bare = not good and any(works(endpoint, Manner(mode, plain=True)) for mode in MODES)
    except Unavailable as error:
        yield Check(name, False, error.where, error.todo)
        return
    chosen = endpoint.structured_output
    if good and chosen in (*good, "auto"):
        words = f"可用 {'、'.join(good)}，用 {good[0] if chosen == 'auto' else chosen}"
        yield Check(name, True, words)
    elif good:
        yield Check(name, False, f"{chosen} 不可用", f"请设 JIGAO_STRUCTURED_OUTPUT={good[0]}。")
    elif bare:
        yield Check(
            name,
            chosen == "auto",
            "服务不收另带的参数，去掉之后可用",
            "请设 JIGAO_STRUCTURED_OUTPUT=auto，或把 JIGAO_PROVIDER 改为 custom。",
        )
    else:
        yield _hopeless(endpoint)


def _hopeless(endpoint: Endpoint) -> Check:
    """四种方式都不成：再问一次，服务拒绝的说为什么拒绝，答得不对的说是模型不行。"""
    try:
        Chat(endpoint.plain(), "prompt", attempts=1).reply(ASK, ASK.text, Echo)
    except Malformed:
        pass
    except Unavailable as error:
        return Check("结构化答复", False, error.where, error.todo)
    return Check("结构化答复", False, "四种方式都没有得到对的答复", "换一个模型，或不接模型。")


def _remembers(endpoint: Endpoint, mode: Mode) -> Iterator[Check]:
    """上下文够不够长：把一个词放在一段长话的最前面，看它还记不记得。"""
    try:
        answer, _ = Chat(endpoint, mode, attempts=1).reply(ASK, _LONG, Echo)
    except Unavailable as error:
        yield Check("上下文长度", False, error.where, _LONGER)
        return
    fine = "青石" in answer.word
    yield Check(
        "上下文长度",
        fine,
        "一段长话开头的词它记得" if fine else "一段长话开头的词它不记得，多半被服务悄悄截掉了",
        "" if fine else _LONGER,
    )
