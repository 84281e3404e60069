"""自检端点：模型和向量服务。没有设就说没有接，不算毛病。"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import openai

from assistant.adapters.model.examining import checks as model_checks
from assistant.adapters.model.failures import Service, spoken_by
from assistant.adapters.model.providers import endpoint, providers
from assistant.domain.checkup import Check
from assistant.domain.errors import JigaoError, Unavailable
from assistant.settings import Settings


def checks(settings: Settings) -> Iterator[Check]:
    """模型端点和向量端点。"""
    yield from _model(settings)
    yield from _embedding(settings)


def _model(settings: Settings) -> Iterator[Check]:
    name = "模型"
    try:
        where = endpoint(settings)
    except JigaoError as error:
        yield Check(name, False, error.where, error.todo)
        return
    if where is None:
        half = settings.base_url or settings.model or settings.provider
        words = "没有接模型，各步用不接模型的办法" if not half else "地址和模型名没有都填，没有接上"
        todo = "要接，请设 JIGAO_BASE_URL（或 JIGAO_PROVIDER）和 JIGAO_MODEL。"
        yield Check(name, not half, words, todo, optional=not half)
        return
    if settings.provider and providers()[settings.provider].key and not where.key:
        yield Check(name, False, f"{where.title} 要密钥，没有填", "请设 JIGAO_API_KEY。")
        return
    yield from model_checks(where)


def _embedding(settings: Settings) -> Iterator[Check]:
    """向量端点：试编一句固定的话。"""
    name = "向量"
    address, model = settings.embedding_base_url, settings.embedding_model
    if not (address and model):
        fine = not (address or model)
        words = "用内嵌的编码器，不联网" if fine else "地址和模型名没有都填，用的是内嵌的编码器"
        todo = "" if fine else "请把 JIGAO_EMBEDDING_BASE_URL 和 JIGAO_EMBEDDING_MODEL 都填上。"
        yield Check(name, fine, words, todo, optional=fine)
        return
    host = urlsplit(address).netloc.rpartition("@")[2] or address
    service = Service("向量服务", host, model, settings.model_timeout, "JIGAO_EMBEDDING_")
    try:
        with spoken_by(service):
            yield Check(name, True, f"{model} 可用，{_size(settings)} 维")
    except Unavailable as error:
        yield Check(name, False, error.where, error.todo)


def _size(settings: Settings) -> int:
    client = openai.OpenAI(
        base_url=settings.embedding_base_url,
        api_key=settings.embedding_api_key.get_secret_value() or "none",
        timeout=settings.model_timeout,
        max_retries=0,
    )
    with client:
        reply = client.embeddings.create(model=settings.embedding_model, input=["预算绩效管理"])
        if not reply.data:
            raise ValueError("没有给出向量")
        return len(reply.data[0].embedding)
