#!/usr/bin/env bash
# Build wheel and sdist twice and compare them byte for byte, then build a deck with the wheel in an environment of its
# own. What is in dist/ afterwards is what was tried. Usage: tests/dist.sh PYTHON (one that has `build` installed).
set -euo pipefail
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")  # no link followed: it would lead out of the environment
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)  # the time of the last commit, so that a rebuild has the same bytes
export SOURCE_DATE_EPOCH

for round in first second; do
    "$python" -m build --quiet --outdir "$work/$round" .
done
for file in "$work"/first/*; do
    cmp "$file" "$work/second/$(basename "$file")"
done

"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet "$work"/first/*.whl
(cd "$work" && venv/bin/flashgen build --from ru --to it --quiet && venv/bin/flashgen stats output/ru-it.apkg)

mkdir -p dist
cp "$work"/first/* dist/
echo "the same bytes twice, and the wheel builds a deck: dist/"
ls dist
