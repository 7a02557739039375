# Kernel Dojo. `make run` starts the app, `make test` tests it, `make` alone checks everything.
# Both make their own environment in .venv first; nothing has to be installed by hand but Python 3.11 or newer.

PORT   ?= 8501
VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.DEFAULT_GOAL := check
.PHONY: run test prove lint check bench clean

check: lint test  ## lint, types and tests

run: $(VENV)/.run  ## the app on http://localhost:$(PORT)
	@exec $(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.dev  ## all tests, three files at a time since much of it waits; a quarter of an hour on two cores
	$(BIN)/pytest -n 3 --dist loadfile $(ARGS)

prove: $(VENV)/.dev  ## every claim of SECURITY.md at full counts, about an hour; writes the reports that the docs show
	rm -f $(VENV)/proofs.jsonl
	DOJO_PROVE=$(VENV)/proofs.jsonl $(BIN)/pytest -m proof $(ARGS)
	$(BIN)/python -m grader bench --format json > $(VENV)/bench.json
	PYTHONPATH=. $(BIN)/python tests/report.py $(VENV)/proofs.jsonl $(VENV)/bench.json

lint: $(VENV)/.dev  ## style, strict types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check app.py grader ui tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.run  ## the figures of the README
	$(BIN)/python -m grader bench --format markdown

clean:
	rm -rf $(VENV)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Kernel Dojo needs Python 3.11 or newer with venv and pip. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.run $@
