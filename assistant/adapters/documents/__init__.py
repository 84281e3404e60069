"""文档读入：一种格式一个文件，都读成 domain.document.Document。"""
