# Two commands, each of which does all of its own set-up: `make deck` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: deck test check pictures clean

deck: $(VENV)/.installed  ## build a real deck from the bundled sample
	$(BIN)/flashgen build --from ru --to it

test: $(VENV)/.tested  ## format, lint, types and all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

pictures: $(VENV)/.tested  ## the pictures of cards in docs/ (needs Chromium: apt-get install chromium fonts-noto-core)
	$(BIN)/flashgen build --from ru --to it --quiet
	$(BIN)/flashgen build --from it --to ar --quiet
	$(BIN)/python docs/cards.py output/ru-it.apkg docs/pictures/ru-it
	$(BIN)/python docs/cards.py output/it-ar.apkg docs/pictures/it-ar

clean:
	rm -rf $(VENV) output/*.apkg .pytest_cache .mypy_cache .ruff_cache
