"""服务商表：providers.toml 的读入，和由设置定出的端点。"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import SecretStr

from assistant.domain.errors import BadInput
from assistant.domain.facts import Frozen
from assistant.domain.prompt import Prompt
from assistant.settings import Settings, StructuredOutput

_TABLE = Path(__file__).with_name("providers.toml")


class Provider(Frozen):
    """一家服务商。"""

    title: str
    base_url: str
    structured_output: StructuredOutput
    key: bool
    body: dict[str, Any] = {}  # noqa: RUF012 冻结的值，从不就地修改
    temperature: bool = True
    note: str


class Endpoint(NamedTuple):
    """要连的端点。large、small 是两种用途的模型名；body、temperature 见 providers.toml。"""

    title: str
    base_url: str
    key: SecretStr
    large: str
    small: str
    structured_output: StructuredOutput
    timeout: float
    body: Mapping[str, Any] = {}
    temperature: bool = True

    def plain(self) -> "Endpoint":
        """同一端点，只带人人都收的参数。"""
        return self._replace(body={}, temperature=False)

    @property
    def host(self) -> str:
        """给人看的地址：主机和端口，不带路径和密钥。"""
        parts = urlsplit(self.base_url)
        return parts.netloc.rpartition("@")[2] or self.base_url

    def model_for(self, prompt: Prompt) -> str:
        """这份提示词用哪个模型。"""
        return self.small if prompt.role == "small" else self.large

    @property
    def local(self) -> bool:
        """是不是本机。"""
        return urlsplit(self.base_url).hostname in ("127.0.0.1", "localhost", "::1")


@lru_cache(maxsize=1)
def providers() -> dict[str, Provider]:
    """全部服务商，按表名。"""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {name: Provider.model_validate(entry) for name, entry in table.items()}


def endpoint(settings: Settings) -> Endpoint | None:
    """由设置定出端点；地址和模型名不齐就没有模型。写错的抛 BadInput。"""
    provider = _provider(settings.provider)
    base_url = settings.base_url or (provider.base_url if provider else "")
    if not (base_url and settings.model):
        return None
    _check_address(base_url)
    mode = settings.structured_output
    if mode == "auto" and provider is not None:
        mode = provider.structured_output
    title = provider.title if provider else "OpenAI 兼容服务"
    return Endpoint(
        title,
        base_url,
        settings.api_key,
        settings.model,
        settings.small_model or settings.model,
        mode,
        settings.model_timeout,
        provider.body if provider else {},
        provider.temperature if provider else True,
    )


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadInput(
            f"设置 JIGAO_BASE_URL 不是网址：{address}", "应像 http://127.0.0.1:8000/v1。"
        )


def _provider(name: str) -> Provider | None:
    if not name:
        return None
    if name not in providers():
        raise BadInput(
            f"设置 JIGAO_PROVIDER 不认识 {name}", f"可写：{'、'.join(sorted(providers()))}。"
        )
    return providers()[name]
