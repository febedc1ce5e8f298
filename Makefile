# `make up` and `make test` are all a fresh machine needs; the rest is for those who change things.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WORKERS ?= 2

# An environment that forbids it would have every process compile the project anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install up test check format bench docs clean

help: ## This list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(STAMP) ## The environment only

# Most of 16,000 modules are never imported; each is compiled when it is, not all of them here.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile

# torch first and alone: with it in place, nothing later pulls another build of it. uv installs the
# rest, seven times faster than pip; pip does where uv finds no packages (it does not read pip.conf).
$(STAMP): pyproject.toml constraints.txt
	@echo "Making $(VENV), once: some minutes, most of them for PyTorch."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) torch==2.13.0
	$(PIP) uv==0.13.9
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable '.[dev]' \
		|| $(PIP) --constraint constraints.txt --editable '.[dev]'
	touch $(STAMP)

up: install ## Everything, embedded, on this machine: servers, API, workers, demo
	$(BIN)/xavira up

test: install ## Every test; on a machine that stalls, the core
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --as-the-machine-allows

check: install ## Lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install ## Rewrite in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install ## Measure what is added to one image; `xavira bench` has the rest
	$(BIN)/xavira bench overhead

docs: install ## Rewrite the generated pages of docs/reference
	$(BIN)/xavira docs write

clean: ## Remove the environment and caches, never data
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
