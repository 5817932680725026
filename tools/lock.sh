#!/usr/bin/env bash
# Locks the dependencies of pyproject.toml, with hashes and without the name of any index.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() { .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header "$@"; }
echo 'uv' | .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header - -o requirements/uv.txt
lock pyproject.toml --extra postgresql --group build -o requirements/base.txt
lock pyproject.toml --extra postgresql --extra s3 --group build -c requirements/base.txt -o requirements/s3.txt
lock pyproject.toml --extra postgresql --extra s3 --group build --group dev -c requirements/s3.txt -o requirements/dev.txt
