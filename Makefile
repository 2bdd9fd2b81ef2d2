# `make` alone lists the commands. Each sets up .venv by itself where it is missing or out of date.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types layers bench soak docs pins clean

help: ## List the commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## Run the main job on the Lạng Sơn example: figures in, a checked Word report out (in out/).
	@$(BIN)/kybao demo

test: $(VENV)/.dev ## Run the tests.
	@$(BIN)/pytest -n auto $(PYTEST_ARGS)

check: $(VENV)/.dev lint types layers docs-fresh test ## Run all that CI runs: style, types, layers, fresh pages, tests.

lint: $(VENV)/.dev ## Check style and format with ruff.
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.dev ## Check types with mypy --strict.
	@$(BIN)/mypy

layers: $(VENV)/.dev ## Check that imports go down only.
	@$(BIN)/lint-imports

.PHONY: docs-fresh
docs-fresh: $(VENV)/.dev
	@$(BIN)/python -m kybao.checks.pages | diff -q - docs/checks.md > /dev/null \
		|| { echo "docs/checks.md is stale: run 'make docs' and commit it"; exit 1; }
	@$(BIN)/python -m kybao manage makemigrations --check --dry-run > /dev/null \
		|| { echo "a migration is missing: run 'kybao manage makemigrations'"; exit 1; }

bench: $(VENV)/.dev ## Measure speed side by side with named peers (installs them into .venv-bench).
	@$(BIN)/python benchmarks/run.py $(BENCH)

soak: $(VENV)/.dev ## Run the long tests: many more random texts and damaged files.
	@KYBAO_SOAK=1 $(BIN)/pytest -n auto tests $(PYTEST_ARGS)

docs: $(VENV)/.dev ## Write the generated pages (docs/checks.md).
	@$(BIN)/python -m kybao.checks.pages > docs/checks.md.new && mv docs/checks.md.new docs/checks.md

pins: $(VENV)/.dev ## Pin the newest versions that the requirements allow.
	@cd requirements && for name in build base dev bench; do ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --strip-extras --allow-unsafe $$name.in -o $$name.txt; done

clean: ## Remove the environment and everything that was generated.
	@rm -rf $(VENV) .venv-bench out build *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Kỳ Báo needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) (once; a minute or two) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/base.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the program needs …"
	@$(PIP) install --require-hashes --requirement requirements/base.txt --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@
