# `make demo` runs the bundled example, `make test` runs every check. Both set up what they need in .venv.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The first Python of at least 3.11 that runs; `make PYTHON=/path/to/python3.12 …` chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
RUN := .venv/.installed
DEV := .venv/.installed-dev
OUT ?= out/demo
EXAMPLE := examples/cannery-street
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check lint types imports docs reference gate pytest golden picture bench lock format clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: $(RUN) ## report on the bundled example and say where the report is
	@$(BIN)/sayso report $(EXAMPLE)/documents/* --about $(EXAMPLE)/about.csv \
		--organisations $(EXAMPLE)/organisations.yaml -o $(OUT)
	@echo; echo "Open $(OUT)/dossier.html in a browser."

test: check pytest ## every check; the tests come last

check: lint types imports docs gate

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV)
	$(BIN)/mypy

imports: $(DEV)
	$(BIN)/lint-imports

docs: $(DEV) ## build docs/ into site/, with warnings as errors
	$(BIN)/mkdocs build --strict --quiet

gate: $(DEV) ## the quality gate: eval/floors.toml
	$(BIN)/python eval/gate.py

pytest: $(DEV)
	$(BIN)/pytest $(PYTEST)

reference: $(DEV) ## write the generated pages of docs/ again
	$(BIN)/python docs/reference.py

golden: $(RUN) ## write tests/examples/ again, to be read as a change of behaviour
	$(BIN)/python tests/examples/render.py

picture: demo ## take the picture in README.md again (needs chromium and pngquant)
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-prefers-reduced-motion \
		--window-size=1320,1080 --screenshot=docs/dossier.png $(OUT)/dossier.html 2>/dev/null
	pngquant --force --output docs/dossier.png 128 docs/dossier.png

bench: $(RUN) ## speed and memory (see bench/README.md for the peers)
	$(BIN)/python bench/bench.py

format: $(DEV)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(DEV) ## choose the newest versions that pyproject.toml allows and write them down with their hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/python -m uv pip compile --quiet --upgrade $(LOCKING) --group build --output-file requirements.lock pyproject.toml
	$(BIN)/python -m uv pip compile --quiet --upgrade $(LOCKING) --group build --group dev \
		--constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

LOCKING := --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links

clean: ## remove everything that make makes
	rm -rf .venv out site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Set-up: an environment of the project's own, from the lock file, checked by hash.
.venv/bin/pip:
	@test -n "$(PYTHON)" || { echo "sayso needs Python 3.11 or later, and found none. Install it, or say: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv

$(RUN): requirements.lock pyproject.toml | .venv/bin/pip
	@echo "Setting up in .venv (once, a minute or two) …"
	$(BIN)/pip install -qq --require-hashes --requirement requirements.lock
	$(BIN)/pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(BIN)/pip install -qq --require-hashes --requirement requirements-dev.lock
	@touch $@
