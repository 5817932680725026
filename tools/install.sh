#!/usr/bin/env bash
# Installs Dabir into .venv from the locked requirements: `install.sh base`, `s3` (base, and
# what a bucket needs) or `dev`.
# As root on Debian it installs missing system packages; else it says which ones are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-base}
. tools/system.sh

need_system python3.11:python3 python3-venv:ensurepip ca-certificates:/etc/ssl/certs/ca-certificates.crt
if [ "$what" = dev ]; then
  need_system chromium:chromium nodejs:node npm:npm git:git postgresql:/usr/lib/postgresql \
    nginx:/usr/sbin/nginx libnginx-mod-http-brotli-static:/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
fi
python=$(command -v python3.11 || command -v python3)
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Dabir needs Python 3.11 or newer; $python is $("$python" --version)." >&2
  exit 1
}

stamp_of() { cat requirements/uv.txt "requirements/$1.txt" pyproject.toml package-lock.json tools/build_fonts.py tools/fetch_npm.py tools/build_lexicon.py requirements/lexicon.txt dabir/copydesk/{compiling,dictionaries,shelf,pieces}.py dabir/persian/{letters,verbs}.py tools/make_empty_database.py dabir/*/migrations/*.py | sha256sum; }
stamp=$(stamp_of "$what")
installed=$(cat .venv/installed 2>/dev/null || true)
# base is in s3 and s3 in dev: who has more keeps it.
has() { [ "$installed" = "$(stamp_of "$1")" ]; }
is_there() { case $what in base) has base || has s3 || has dev ;; s3) has s3 || has dev ;; *) has dev ;; esac; }
if ! is_there; then
  echo "Installing Dabir ($what) …"
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
  .venv/bin/uv pip sync --quiet --compile-bytecode --python .venv/bin/python --require-hashes "requirements/$what.txt"
  .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --editable .
  .venv/bin/python tools/build_fonts.py
  .venv/bin/python -m tools.make_empty_database &
  .venv/bin/python -m tools.build_lexicon
  wait $!
  echo "$stamp" > .venv/installed
fi
# Every start of Python would compile our modules anew where it may not write them down.
.venv/bin/python -m compileall -q dabir
mkdir -p build/css build/fonts
.venv/bin/python -m dabir.theme.stylesheet build/css/paper.css.new
# Only a changed sheet takes the old one's place: a new one is a reason to print every page.
if cmp -s build/css/paper.css.new build/css/paper.css; then rm build/css/paper.css.new
else mv build/css/paper.css.new build/css/paper.css; fi
if [ "$what" = dev ] && [ ! -e node_modules/.installed -o package-lock.json -nt node_modules/.installed ]; then
  npm ci --silent --no-audit --no-fund --ignore-scripts
  touch node_modules/.installed
fi
