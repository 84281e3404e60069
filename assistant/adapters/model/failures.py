"""模型的失败：各种异常换成一句话和给管理员的一个办法。值得再试的另行标明。

接下来怎样照样办成，由用模型的一方说：读话、起草、改写、答法规各不相同。
"""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import httpx2
import openai
from langchain_core.exceptions import OutputParserException
from pydantic import ValidationError

from assistant.adapters.model.providers import Endpoint
from assistant.domain.errors import Unavailable

WAIT_AT_MOST = 8.0
# 服务答非所问（网页、空的、缺了东西）时，openai 和 langchain 抛的是后三种
UPSETS = (
    openai.OpenAIError,
    httpx2.HTTPError,
    OSError,
    ValueError,
    TypeError,
    AttributeError,
)


class Malformed(Unavailable):
    """模型答了，但答得不成样子：空的、坏 JSON、擅自调用工具、长得离谱。"""


class Service(NamedTuple):
    """出事的服务：叫什么，在哪里，哪个模型，等几秒，设置的前缀。"""

    title: str
    host: str
    model: str
    seconds: float
    prefix: str = "JIGAO_"

    @property
    def place(self) -> str:
        """名称和地址。"""
        return f"{self.title} {self.host}"


@contextmanager
def spoken(endpoint: Endpoint, model: str) -> Iterator[None]:
    """里面出的任何失败都换成 Unavailable，原异常留在 __cause__。"""
    try:
        yield
    except Unavailable:
        raise
    except (OutputParserException, ValidationError, json.JSONDecodeError, TypeError) as error:
        raise Malformed(f"模型 {model} 的答复不成样子") from error
    except UPSETS as error:
        service = Service("模型服务", endpoint.host, model, endpoint.timeout)
        raise explained(error, service) from error


@contextmanager
def spoken_by(service: Service) -> Iterator[None]:
    """同上，用于向量服务：只有连得上连不上，没有答得成不成样子。"""
    try:
        yield
    except UPSETS as error:
        raise explained(error, service) from error


def worth_retrying(error: BaseException) -> bool:
    """再试可能就好：连不上、服务器出错、请求太多而等得起。超时不再试，免得让人干等。"""
    cause = error.__cause__
    if isinstance(error, Malformed):
        return True
    if isinstance(cause, openai.APITimeoutError):
        return False
    if isinstance(cause, openai.RateLimitError):
        return retry_after(error) <= WAIT_AT_MOST
    return isinstance(cause, openai.APIConnectionError | openai.InternalServerError)


def retry_after(error: BaseException | None) -> float:
    """服务器要求等的秒数；没说为 0。"""
    cause = error.__cause__ if error else None
    if not isinstance(cause, openai.APIStatusError):
        return 0.0
    stated = cause.response.headers.get("retry-after", "")
    return float(stated) if stated.replace(".", "", 1).isdigit() else 0.0


def explained(error: BaseException, of: Service) -> Unavailable:
    """一个异常说成一句话和一个办法。"""
    match error:
        case openai.APITimeoutError() | httpx2.TimeoutException():
            where = f"{of.place} 在 {of.seconds:g} 秒内没有答完"
            return Unavailable(where, "请管理员看服务忙不忙，或调大 JIGAO_MODEL_TIMEOUT。")
        case openai.APIStatusError():
            return _refused(error.status_code, of)
        case openai.APIConnectionError() | httpx2.HTTPError() | OSError():
            return _unreachable(error, of)
    where = f"{of.place} 答的不是模型接口的格式，多半是一张网页"
    return Unavailable(where, f"请管理员核对 {of.prefix}BASE_URL，地址通常到 /v1 为止。")


def _refused(status: int, of: Service) -> Unavailable:
    """服务答了，但不肯办。"""
    match status:
        case 401:
            return Unavailable(f"{of.title}不认这个密钥", f"请管理员核对 {of.prefix}API_KEY。")
        case 402:
            return Unavailable(f"{of.place} 说余额不足", "请管理员充值。")
        case 403:
            return Unavailable(f"这个密钥不能用模型 {of.model}", "请管理员核对权限。")
        case 404:
            where = f"{of.place} 没有模型 {of.model}，或地址不对"
            todo = f"请管理员核对 {of.prefix}MODEL 和 {of.prefix}BASE_URL，地址通常到 /v1 为止。"
            return Unavailable(where, todo)
        case 429:
            return Unavailable(f"{of.title}说请求太多或余额不足", "请过一会儿再试。")
        case 400 | 422:
            return Unavailable(f"{of.place} 不收这样的请求", "请管理员运行 jigao doctor。")
    return Unavailable(f"{of.place} 出错（{status}）", "请过一会儿再试；一直这样，请管理员看服务。")


def _unreachable(error: BaseException, of: Service) -> Unavailable:
    """没有连上，或中途断了；说得出为什么的说。"""
    causes = set(map(type, _chain(error)))
    if socket.gaierror in causes:
        where = f"找不到 {of.host} 这个地址，域名查不到"
        return Unavailable(where, f"请检查网络，请管理员核对 {of.prefix}BASE_URL。")
    if ssl.SSLCertVerificationError in causes:
        where = f"{of.place} 的证书不受本机信任"
        return Unavailable(where, "请管理员用 SSL_CERT_FILE 指向单位的根证书。")
    if ConnectionRefusedError in causes:
        return Unavailable(f"连不上{of.place}，那里没有服务在听", "请管理员看服务起来没有。")
    return Unavailable(f"连不上{of.place}，或中途断了", "请检查网络和服务。")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """异常和引出它的各个异常。"""
    at: BaseException | None = error
    while at is not None:
        yield at
        at = at.__cause__ or at.__context__
