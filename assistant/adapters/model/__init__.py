"""语言模型：任何 OpenAI 兼容的端点，经 LangChain。出本机的话都从 gateway 走。"""
