"""按设置打开依据库：内嵌还是服务，内嵌的编码器还是端点。"""

from pathlib import Path

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.endpoint_encoder import EmbeddingLine, EndpointEncoder
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.folders import INDEX
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.adapters.knowledge.vector_shelves import FolderShelf, ServerShelf
from assistant.adapters.knowledge.vectors import Vectors
from assistant.adapters.knowledge.ways import read_ways
from assistant.settings import Settings


def open_evidence(
    settings: Settings, knowledge: Path, files: LibraryFiles, line: EmbeddingLine | None
) -> Evidence:
    """依据库。"""
    root = settings.data_dir / INDEX
    shelf = ServerShelf(settings.chroma_url) if settings.chroma_url else FolderShelf(root)
    encoder = EndpointEncoder(line) if line else EmbeddedEncoder()
    vectors = Vectors(shelf, encoder)
    ways = read_ways(knowledge)
    return Evidence(Library(files, ways.asked), IndexFolder(root, vectors), vectors, ways)
