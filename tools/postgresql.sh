#!/usr/bin/env bash
# Runs a command with DABIR_DATABASE naming a PostgreSQL server of its own, on loopback, which
# is made in a temporary folder and stopped in the end: postgresql.sh COMMAND…
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is missing; on Debian: apt-get install postgresql" >&2; exit 1; }
place=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then chown postgres "$place"; as=(runuser -u postgres --); else as=(); fi
stop() { "${as[@]}" "$bin/pg_ctl" -D "$place/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$place"; }
trap stop EXIT
# Nothing here must outlive a power cut.
quick="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off"
cd "$place"
"${as[@]}" "$bin/initdb" -D "$place/data" -U dabir --auth=trust --encoding=UTF8 >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$place/data" -w -l "$place/log" \
  -o "-p $port -k $place -c listen_addresses=127.0.0.1 $quick" start >/dev/null
cd - >/dev/null
export DABIR_DATABASE="postgresql://dabir@127.0.0.1:$port/postgres"
"$@"
