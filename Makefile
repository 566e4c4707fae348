# The verbs of the house. Needs python3 (3.11 or newer) with pip, and make; nothing else.
VENV ?= .venv
PYTHON ?= python3
PORT ?= 8000
PY := $(VENV)/bin/python
CONTACTDAYS := $(VENV)/bin/contactdays
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

.PHONY: help demo week test test-postgresql check bench pictures messages clean
.DEFAULT_GOAL := help

help: ## what each verb does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(VENV)/.run: requirements/run.txt pyproject.toml
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV) .tools; \
	  $(PYTHON) -m pip install --quiet --require-hashes --target .tools -r requirements/bootstrap.txt && PYTHONPATH=.tools $(PYTHON) -m virtualenv --quiet $(VENV); }
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.test
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

WORKBOOK := examples/contact-days-2026/contact-days-2026.xlsx
AS_OF := 2026-01-30T18:00:00+01:00
MANAGE := CONTACTDAYS_MODE=demo $(CONTACTDAYS) manage

demo: $(VENV)/.run ## import, plan and publish the example edition, and serve it on localhost (PORT=8000, NOW=instant)
	@$(MANAGE) demo $(WORKBOOK) --port $(PORT) --as-of $(AS_OF)
	@CONTACTDAYS_MODE=demo CONTACTDAYS_NOW=$(NOW) exec $(VENV)/bin/granian --interface wsgi --host 127.0.0.1 --port $(PORT) \
	  --workers 1 --blocking-threads 4 --no-ws --log-level warning contactdays.config.wsgi:application

week: $(VENV)/.run ## the same job from scratch, into out/: problem, plan, everyone's agenda
	@mkdir -p var && rm -f var/week.sqlite3*
	@export CONTACTDAYS_DATABASE=var/week.sqlite3; $(MANAGE) migrate --verbosity 0 && \
	  $(MANAGE) week $(WORKBOOK) --out out --as-of $(AS_OF)
	@$(CONTACTDAYS) check out/problem.json out/plan.json

test: $(VENV)/.test ## the tests, on every Python found among 3.11, 3.12 and 3.13 (those of the pages and the planner on the first)
	@PYTHON=$(PYTHON) sh tests/other-pythons.sh --ignore tests/web --ignore tests/planner
	@$(PY) -m pytest -n auto -m "not proof"

test-postgresql: $(VENV)/.dev ## the tests on PostgreSQL: CONTACTDAYS_DATABASE, or one made from Debian's packages
	@if [ -n "$$CONTACTDAYS_DATABASE" ]; then $(PY) -m pytest -q -n auto -m "not browser" --ignore tests/planner; \
	  else .ci/with-postgresql $(PY) -m pytest -q -n auto -m "not browser" --ignore tests/planner; fi

check: $(VENV)/.dev ## everything else that CI proves: format, lint, types, contracts, migrations, settings, slow proofs, pages and planner on every Python
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	CONTACTDAYS_MODE=test $(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	@CONTACTDAYS_MODE=test CONTACTDAYS_DATABASE=:memory: $(CONTACTDAYS) manage makemigrations --check --dry-run
	@CONTACTDAYS_MODE=production CONTACTDAYS_SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))') \
	  $(CONTACTDAYS) manage check --deploy --fail-level WARNING
	@$(PY) -m pytest -q -n auto -m proof
	@PYTHON=$(PYTHON) sh tests/other-pythons.sh tests/web tests/planner

messages: $(VENV)/.test ## collect the words to translate and compile the catalogues (needs gettext)
	@cd src/contactdays && CONTACTDAYS_MODE=test $(abspath $(PY)) -m django makemessages \
	  --settings contactdays.config.settings --locale nl --locale fr --locale de \
	  --no-obsolete --add-location file --no-wrap
	@cd src/contactdays/locale && for language in nl fr de; do \
	  msgfmt --check-format -o $$language/LC_MESSAGES/django.mo $$language/LC_MESSAGES/django.po; done

pictures: $(VENV)/.dev ## the README's pictures, from a running demo (PORT=8000; needs chromium)
	@$(PY) docs/pictures/take.py http://127.0.0.1:$(PORT)

bench: $(VENV)/.test ## the benchmarks: the planner, the workbook, the agendas, the pages, embargoes, beside a reference in the same run
	@for each in benchmarks/planner/run.py "benchmarks/planner/scale.py embassy" "benchmarks/planner/scale.py fair 1" \
	  benchmarks/planner/fairness.py benchmarks/planner/repair.py benchmarks/planner/reasons.py \
	  "-m benchmarks.planner.b2bsp_bench --seeds 1" "-m benchmarks.planner.conflicts 1" \
	  benchmarks/intake.py benchmarks/agendas.py benchmarks/web.py benchmarks/press_embargo.py; \
	  do echo "== $$each"; $(PY) $$each; done

clean: ## remove what the demo and the week made
	rm -rf var out
