"""按设置打开依据库：内嵌还是服务，内嵌的编码器还是端点。"""

from pathlib import Path

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.folders import INDEX, shelves
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.vectors import FolderShelf, ServerShelf, Vectors
from assistant.settings import Settings


def open_evidence(settings: Settings, knowledge: Path) -> Evidence:
    """依据库。"""
    root = settings.data_dir / INDEX
    shelf = ServerShelf(settings.chroma_url) if settings.chroma_url else FolderShelf(root)
    vectors = Vectors(shelf, EmbeddedEncoder())
    library = Library(shelves(knowledge, settings.data_dir))
    return Evidence(library, IndexFolder(root, vectors), vectors, knowledge)
