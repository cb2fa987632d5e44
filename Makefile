# Two commands, each of which does all of its own set-up: `make deck` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: deck test fuzz lowest lock chromium pictures schema reference docs dist clean

deck: $(VENV)/.installed  ## build a real deck from the bundled sample
	$(BIN)/flashgen build --from ru --to it --corpus sample

test: $(VENV)/.tested  ## format, lint, types and all tests; without a browser, its tests are skipped
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

fuzz: $(VENV)/.tested  ## inputs that are changed towards code that none has reached yet, five minutes for each target; for Linux
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	for target in documents catalogues configuration; do \
	  PYTHONPATH=. $(BIN)/python benchmarks/guided_fuzzing.py $$target --seconds 300 || exit 1; done

lowest:  ## all tests with the lowest versions that pyproject.toml lets in, in an environment of its own
	$(PYTHON) -m venv --clear build/lowest
	build/lowest/bin/python -m pip install --quiet 'uv>=0.5'
	build/lowest/bin/uv pip install --quiet --python build/lowest/bin/python --resolution lowest-direct --editable '.[test]'
	build/lowest/bin/python -m pytest -n auto $(TESTS)

lock: $(VENV)/.installed  ## .github/constraints.txt: the versions that the workflows test with
	$(BIN)/python -m pip install --quiet 'uv>=0.5'
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra test --upgrade \
	  --custom-compile-command 'make lock' pyproject.toml --output-file .github/constraints.txt

chromium:  ## the browser of the browser tests, from the system's packages; only when asked for
	@command -v chromium-headless-shell >/dev/null || [ -n "$$CHROMIUM" ] || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	      chromium-headless-shell fonts-noto-core; } || \
	  command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { echo "the browser tests need Chromium: apt-get install chromium-headless-shell fonts-noto-core" \
	      "(or set CHROMIUM)" >&2; exit 1; }

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

pictures: $(VENV)/.tested chromium  ## the pictures in docs/
	$(BIN)/flashgen build --from ru --to it --quiet
	$(BIN)/flashgen build --from it --to ar --quiet
	$(BIN)/python docs/cards.py output/ru-it.apkg docs/pictures/ru-it
	$(BIN)/python docs/cards.py output/it-ar.apkg docs/pictures/it-ar
	$(BIN)/flashgen build --from ar --to ru --quiet
	$(BIN)/python docs/cards.py output/ar-ru.apkg docs/pictures/ar-ru
	$(BIN)/python docs/preview_pictures.py output/ru-it.apkg docs/pictures/preview
	$(BIN)/python docs/preview_pictures.py output/it-ar.apkg docs/pictures/preview

schema: $(VENV)/.installed  ## the JSON Schema files in config/schema/, after a change of flashgen/config/schema.py
	$(BIN)/python -m flashgen.config.json_schema config/schema

reference: $(VENV)/.installed  ## docs/commands.md, after a change of a command
	$(BIN)/python -m flashgen.cli.command_reference docs/commands.md

docs: $(VENV)/.tested  ## the documentation as a site in build/site/, with previews of sample decks; a broken link stops it
	for pair in ru-it it-ar ar-ru; do \
	  $(BIN)/flashgen build --from $${pair%-*} --to $${pair#*-} -o build/decks/ --fresh --quiet || exit 1; done
	$(BIN)/python docs/site_source.py build/site-source build/decks/*.apkg
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

dist: $(VENV)/.tested  ## wheel and sdist in dist/, built twice to see that they are the same, the wheel tried in a fresh place
	tests/dist.sh $(BIN)/python

clean:  ## what the other commands made, apart from packages: they are the memory of what was published
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache
