#!/bin/sh
# Stands in for the entry point of the image, which Debian's package doesn't have: it makes a database where there is
# none, runs the scripts that the manifest mounts for that, and becomes the server.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  printf '%s' "$POSTGRES_PASSWORD" >password
  initdb --pgdata="$PGDATA" --username=postgres --pwfile=password
  rm password
  export PGHOST="$PWD/run"
  pg_ctl --wait start --options="-c listen_addresses= -c unix_socket_directories=$PGHOST"
  for script in init/*.sh; do
    . "$script"
  done
  pg_ctl --wait --mode=fast stop
fi
exec "$@" -c listen_addresses="$LOCAL_ADDRESS" -c unix_socket_directories="$PWD/run"
