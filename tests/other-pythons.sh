#!/bin/sh
# Runs the tests, or those that the arguments of pytest leave, on the other Pythons we promise, where they are found;
# says so where they are not. The browser is asked once, by the tests on the first of them.
set -eu
cd "$(dirname "$0")/.."
own=$("${PYTHON:-python3}" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
for version in 3.11 3.12 3.13; do
  [ "$version" != "$own" ] || continue
  if ! "python$version" -c 'import venv' 2>/dev/null; then
    echo "skipped: the tests on Python $version, which is not found here"
    continue
  fi
  echo "the tests on Python $version:"
  folder=".venv/python$version"
  make --no-print-directory "$folder/.test" VENV="$folder" PYTHON="python$version"
  "$folder/bin/python" -m pytest -q -n auto -p no:cacheprovider -m "not browser and not proof" "$@"
done
