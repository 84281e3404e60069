# 两条命令：make run 打开页面，make test 跑全部检查。首次使用会先建好 .venv。
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
UV     := $(shell command -v uv 2>/dev/null)

.PHONY: setup run test test-model lint

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("需要 Python 3.11 或更新版本，当前为 " + sys.version.split()[0])'
ifdef UV
	test -x $(BIN)/python || uv venv --quiet --python $(PYTHON) $(VENV)
	uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	$(BIN)/python -m compileall -q assistant  # 不许写字节码的环境（容器里常设）不必每次启动现编
	touch $(STAMP)

run: $(STAMP)
	@echo "在浏览器里打开 http://127.0.0.1:8501 ，按 Ctrl+C 停下"
	$(BIN)/python -m streamlit run app.py

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/python -m pytest

# 另取一 GB 多的小模型，在本机起服务，真的对话、起草、问答一遍；不在 make test 之内
test-model: $(STAMP)
	$(BIN)/python -m benchmarks.real_model
