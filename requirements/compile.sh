#!/bin/sh
# Renews the hashed pins. Needs uv on the path. No line of the result names a host.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet "$@"; }
uv pip compile --group bootstrap --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
  -o requirements/bootstrap.txt
compile --extra web --group build -o requirements/run.txt
compile --extra web --group build --group test -c requirements/run.txt -o requirements/test.txt
compile --extra web --group build --group test --group dev --extra postgresql -c requirements/test.txt -o requirements/dev.txt
