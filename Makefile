# Everything starts from plain python3: no tool needs to be there beforehand.
PYTHON ?= python3
VENV := .venv
UV := $(VENV)/bin/uv
PORT ?= 8000
export UV_LINK_MODE ?= copy
unexport PYTHONDONTWRITEBYTECODE  # what Python compiled is kept: half of the time of a start

.PHONY: demo test check install dev lock migration bench reliability mutations docs lock clean

demo: install ## start the made-up demo programme on http://127.0.0.1:8000
	$(VENV)/bin/bestendig demo --port $(PORT)

test: dev ## run the whole test suite on the built-in PostgreSQL
	$(VENV)/bin/pytest -n auto $(ARGS)

check: dev ## format, lint, types, direction of the layers
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/ruff check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: dev ## measure the hot reads against the bare database
	$(VENV)/bin/python -m bench $(ARGS)

reliability: dev ## try to make it ask twice or not at all, for a quarter of an hour; writes docs/reliability.md
	$(VENV)/bin/python -m tests.reliability

mutations: dev ## plant faults in a copy and see that the tests catch each; writes docs/mutations.md
	$(VENV)/bin/python -m tests.mutations $(ARGS)

docs: dev ## write the generated files of docs/ anew from what the program goes by
	$(VENV)/bin/python -m app.outcomes.manual
	$(VENV)/bin/python -m app.cli.follow_up_manual
	$(VENV)/bin/python -m app.demo.published.manual

migration: dev ## start a new migration: make migration m="add a column"
	$(VENV)/bin/python -m app.cli.new_migration "$(m)"

install: $(if $(wildcard $(VENV)/.dev),dev,$(VENV)/.app) ## what the program needs
dev: $(VENV)/.dev ## what the tests need as well

$(VENV)/.uv: requirements/uv.txt
	@echo "Making the environment in $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.app $(VENV)/.dev: $(VENV)/.%: requirements/%.txt pyproject.toml $(VENV)/.uv
	@echo "Installing requirements/$*.txt …"
	@$(UV) pip sync --quiet --python $(VENV) --require-hashes requirements/$*.txt requirements/uv.txt
	@$(UV) pip install --quiet --python $(VENV) --no-deps --editable .
	@touch $@

lock: $(VENV)/.uv ## bring the lock files up to date
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements/app.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt
	echo uv | $(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 - -o requirements/uv.txt

clean: ## remove the environment, keep the data
	rm -rf $(VENV)
