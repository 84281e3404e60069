"""模型的失败：各种异常换成一句话和一个办法。值得再试的另行标明。"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
import openai
from langchain_core.exceptions import OutputParserException
from pydantic import ValidationError

from assistant.adapters.model.providers import Endpoint
from assistant.domain.errors import Unavailable

WAIT_AT_MOST = 8.0
INSTEAD = "这一步已改用不接模型的办法，什么也没丢。"


class Malformed(Unavailable):
    """模型答了，但答得不成样子：空的、坏 JSON、擅自调用工具、长得离谱。"""


@contextmanager
def spoken(endpoint: Endpoint, model: str) -> Iterator[None]:
    """里面出的任何失败都换成 Unavailable，原异常留在 __cause__。"""
    try:
        yield
    except Unavailable:
        raise
    except (OutputParserException, ValidationError, json.JSONDecodeError, TypeError) as error:
        raise Malformed(f"模型 {model} 的答复不成样子", INSTEAD) from error
    except (openai.OpenAIError, httpx2.HTTPError, OSError, ValueError) as error:
        where, todo = _words(error, endpoint, model)
        raise Unavailable(where, todo) from error


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


def _words(error: BaseException, endpoint: Endpoint, model: str) -> tuple[str, str]:
    match error:
        case openai.APITimeoutError() | httpx2.TimeoutException():
            return f"模型服务 {endpoint.host} 在 {endpoint.timeout:g} 秒内没有答完", INSTEAD
        case openai.AuthenticationError():
            return "模型服务不认这个密钥", f"请管理员核对 JIGAO_API_KEY。{INSTEAD}"
        case openai.PermissionDeniedError():
            return f"这个密钥不能用模型 {model}", f"请管理员核对权限。{INSTEAD}"
        case openai.NotFoundError():
            return (
                f"模型服务 {endpoint.host} 没有模型 {model}，或地址不对",
                f"请管理员核对 JIGAO_MODEL 和 JIGAO_BASE_URL。{INSTEAD}",
            )
        case openai.RateLimitError():
            return "模型服务说请求太多或余额不足", f"请过一会儿再试。{INSTEAD}"
        case openai.BadRequestError() | openai.UnprocessableEntityError():
            return (
                f"模型服务 {endpoint.host} 不收这样的请求",
                f"请管理员运行 jigao doctor。{INSTEAD}",
            )
        case openai.APIStatusError(status_code=code):
            return f"模型服务 {endpoint.host} 出错（{code}）", INSTEAD
        case openai.APIConnectionError() | httpx2.HTTPError() | OSError():
            return f"连不上模型服务 {endpoint.host}，或中途断了", f"请检查网络和服务。{INSTEAD}"
    return f"模型服务 {endpoint.host} 没有给出能用的答复", INSTEAD
