# The verbs of the house. Needs python3 (3.11 or newer) with pip, and make; nothing else.
VENV ?= .venv
PYTHON ?= python3
PORT ?= 8000
PY := $(VENV)/bin/python
CONTACTDAYS := $(VENV)/bin/contactdays
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

.PHONY: help demo week test check bench pictures clean
.DEFAULT_GOAL := help

help: ## what each verb does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(VENV)/.run: requirements/run.txt pyproject.toml
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV) .tools; \
	  $(PYTHON) -m pip install --quiet --target .tools virtualenv && PYTHONPATH=.tools $(PYTHON) -m virtualenv --quiet $(VENV); }
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.test
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
