#!/usr/bin/env bash
# Every check and test of Dabir, or the named ones: test.sh [lint types unit many postgresql s3 browser deploy lighthouse].
set -euo pipefail
cd "$(dirname "$0")/.."
bash tools/install.sh dev
unset PYTHONDONTWRITEBYTECODE  # dozens of processes would compile all modules anew
bin=.venv/bin
export DABIR_DATA=${TMPDIR:-/tmp}/dabir-test-$$
trap 'rm -rf "$DABIR_DATA"' EXIT
mkdir -p "$DABIR_DATA"

say() { printf '\n== %s (at %d:%02d)\n' "$*" $((SECONDS / 60)) $((SECONDS % 60)); }

# Runs stages side by side that do not need both cores each; says what each said, one after the other.
beside() {
  local place each failed=0 running=()
  place=$(mktemp -d)
  for each in "$@"; do
    ("$each") >"$place/$each" 2>&1 &
    running+=($!)
  done
  for each in "$@"; do
    wait "${running[0]}" || failed=1
    running=("${running[@]:1}")
    cat "$place/$each"
  done
  rm -rf "$place"
  return $failed
}

lint() {
  say "ruff, import contracts, catalogue, style of the sheets"
  $bin/ruff check .
  $bin/ruff format --check --quiet . || { echo "Run: .venv/bin/ruff format ."; exit 1; }
  $bin/lint-imports --no-logo
  $bin/python tools/compile_messages.py --check
  npx --no-install stylelint "dabir/**/static/**/*.css"
}

types() {
  say "mypy (strict), migrations, deployment settings"
  $bin/mypy
  $bin/python manage.py makemigrations --check --dry-run
  DABIR_ADDRESS=https://paper.example DABIR_SECRET_KEY=$(head -c 48 /dev/urandom | base64 -w0) \
    $bin/python manage.py check --deploy --fail-level WARNING
}

# The tables are made from the models; the demo of the browser's tests begins with migrations.
unit() {
  say "tests"
  rm -f .coverage .coverage.*
  $bin/python -m pytest -n 2 --dist worksteal --nomigrations --cov --cov-report= \
    -m "not browser and not s3 and not deploy and not many" "$@"
  $bin/coverage report
}

many() {
  say "tests that try many cases"
  $bin/python -m pytest -n 2 --dist worksteal -m many --no-cov --nomigrations
}

# What asks no database is left out (tests/conftest.py), and malformed forms, which are refused before.
postgresql() {
  say "tests on PostgreSQL"
  bash tools/postgresql.sh $bin/python -m pytest -n 2 --dist worksteal -m "not browser and not server" --no-cov --nomigrations \
    --ignore-glob="*/test_malformed_*" \
    tests/press tests/newsroom tests/comments tests/classifieds tests/archive
}

s3() {
  say "tests on an S3-compatible server"
  $bin/python -m pytest tests/s3 --no-cov --nomigrations
}

# Each of the two has a paper and a browser of its own.
browser() {
  say "tests in a real browser"
  $bin/python -m pytest -n 2 --dist loadfile tests/browser -m browser --no-cov
  $bin/python -m pytest tests/comments -m browser --no-cov --nomigrations
}

deploy() {
  say "the paper behind nginx and Caddy"
  $bin/python -m pytest tests/deploy -m deploy --no-cov
}

lighthouse() {
  say "Lighthouse"
  $bin/python -m tools.lighthouse
}

if [ $# -gt 0 ]; then
  for each in "$@"; do "$each"; done
else
  beside lint types
  unit
  many
  postgresql
  browser
  beside s3 deploy
  lighthouse
fi
