"""安全的 XML：不取外部实体，不展开内部实体，不上网；过大的不解析。"""

from lxml import etree

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.faults import broken, declares
from assistant.domain.errors import Unreadable

MAX_XML = 64 * 1024 * 1024
_PROLOG = 4096


def tree(archive: Archive, path: str) -> etree._Element | None:
    """包内一个 XML；没有返回 None，写坏、过大或带文档类型声明抛 Unreadable。"""
    content = archive.part(path)
    return None if content is None else parsed(archive.name, content)


def parsed(name: str, content: bytes) -> etree._Element:
    """解析 XML。"""
    if len(content) > MAX_XML:
        raise Unreadable(f"{name} 的正文过大，没有读", "请拆成几份分别检查。")
    if b"<!DOCTYPE" in content[:_PROLOG]:
        raise declares(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(name) from error
    if bool(etree.ElementTree(root).docinfo.internalDTD):
        raise declares(name)
    return root
