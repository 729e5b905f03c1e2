# A PostgreSQL server for one run of the tests: its own folder and port, gone afterwards. Sourced by ./test.
# The role that the tests use is no superuser, because row-level security does not bind one.

postgres_home=""

postgres_binaries() { find /usr/lib/postgresql/*/bin -maxdepth 1 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -1; }

# The Debian package would make and start a server of its own; the tests have no use for it.
postgres_without_a_cluster() {
  mkdir -p /etc/postgresql-common/createcluster.d
  echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/kept-tests.conf
}

# PostgreSQL refuses to run as root.
postgres_as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

postgres_free_port() {
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

postgres_start() {
  local bin port
  bin=$(postgres_binaries)
  port=$(postgres_free_port)
  postgres_home=$(mktemp -d /tmp/kept-test-postgres.XXXXXX)
  [ "$(id -u)" -ne 0 ] || chown postgres "$postgres_home"
  # Nothing here outlives the run, so nothing waits for the disk.
  { postgres_as "$bin/initdb" -D "$postgres_home/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
    && postgres_as "$bin/pg_ctl" -D "$postgres_home/data" -w -s -l "$postgres_home/log" start -o "-p $port -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
    && postgres_as "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -q -c "CREATE ROLE kept LOGIN CREATEDB" -c "CREATE DATABASE kept OWNER kept"
  } >"$postgres_home/start.log" 2>&1 </dev/null \
    || { cat "$postgres_home/start.log" "$postgres_home/log" >&2; kept_say "PostgreSQL could not be started for the tests"; exit 1; }
  export KEPT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=kept;Database=kept"
}

postgres_stop() {
  [ -n "$postgres_home" ] || return 0
  postgres_as "$(postgres_binaries)/pg_ctl" -D "$postgres_home/data" -m immediate -s stop >/dev/null 2>&1 </dev/null || true
  rm -rf "$postgres_home"
}
