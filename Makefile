# Thin doors to what stands in pyproject.toml and manage.py. README.md has the same
# commands without make.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo run work test check bench messages fonts requirements screenshots

demo: .venv/run
	DEMO=1 $(BIN)/python manage.py demo

run: .venv/run
	$(BIN)/python manage.py run

work: .venv/run
	$(BIN)/python manage.py work

test: .venv/dev
	$(BIN)/pytest

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check
	$(BIN)/python bin/catalogues.py check

bench: .venv/dev
	$(BIN)/python -m benchmarks

messages: .venv/dev
	$(BIN)/python bin/catalogues.py collect

screenshots: .venv/dev
	$(BIN)/python bin/screenshots.py

requirements: .venv/dev
	$(BIN)/python bin/requirements.py

.venv/run: requirements.txt
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@ .venv/run
