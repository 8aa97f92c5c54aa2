# The commands of the project. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := .demo/register.sqlite3
SPREAD := -n auto --dist worksteal
POSTGRES ?= postgresql://root@127.0.0.1:5432/memoranda
export PYTHONPATH := src
export PYTHONDONTWRITEBYTECODE := 1
export DJANGO_SETTINGS_MODULE := memoranda.config.settings

.PHONY: help run test test-postgres check bench train train-on format clean
.DELETE_ON_ERROR:

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: $(DEMO) ## build the demo register by reading samples/ and serve it on 127.0.0.1:8000
	@MEMORANDA_DEMO=1 MEMORANDA_POLICY=assisted $(BIN)/memoranda --store $(DEMO) serve

test: $(VENV)/dev.stamp ## run all tests
	$(BIN)/python -m pytest -q $(SPREAD)

# The engine knows no database. The runner makes the database test_memoranda and drops it.
test-postgres: $(VENV)/dev.stamp ## run the tests that touch the database on a PostgreSQL server
	MEMORANDA_DATABASE_URL=$(POSTGRES) $(BIN)/python -m pytest -q $(SPREAD) --create-db \
		--ignore=tests/reading --ignore=tests/bench --ignore=tests/train --ignore=tests/browser

check: $(VENV)/dev.stamp ## format, lint, types, import contracts, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	MEMORANDA_STORE=$(VENV)/check.sqlite3 $(BIN)/python -m django makemigrations --check --dry-run

bench: .bench/stamp ## score the reading, measure the speeds, write docs/scoreboard.md
	.bench/bin/python -m bench.scoreboard

train: ## train the model of records anew from corpus/ and replace it
train-on: AFTER = --after src/memoranda/reading/components/model
train-on: ## train the model that ships further on corpus/ and replace it
train train-on: .train/stamp
	rm -rf .train/fit && mkdir -p .train/fit
	.train/bin/python -m train.fit corpus --out .train/fit $(AFTER)
	.train/bin/python -m train.export .train/fit
	.train/bin/python -m train.calibrate corpus

format: $(VENV)/dev.stamp ## format the code and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove the environment and the demo register
	rm -rf $(VENV) .bench .train .demo build src/*.egg-info

$(DEMO): $(VENV)/run.stamp $(shell find samples/press samples/agreements src/memoranda/reading src/memoranda/intake src/memoranda/register -type f -not -name '*.pyc' 2>/dev/null)
	@mkdir -p .demo && rm -f .demo/new.sqlite3*
	@MEMORANDA_POLICY=assisted $(BIN)/memoranda --store .demo/new.sqlite3 add samples/press samples/agreements
	@$(BIN)/python -c "import sqlite3; sqlite3.connect('.demo/new.sqlite3').execute('PRAGMA wal_checkpoint(TRUNCATE)')"
	@rm -f $(DEMO)* && mv .demo/new.sqlite3 $(DEMO) && rm -f .demo/new.sqlite3*

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# The benches' own environment: spaCy, to be measured against.
.bench/stamp: requirements/bench.txt
	$(PYTHON) -m venv .bench
	.bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

# The training's own environment: torch is far larger than all the rest.
.train/stamp: requirements/train.txt
	$(PYTHON) -m venv .train
	.train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/train.txt
	@touch $@
