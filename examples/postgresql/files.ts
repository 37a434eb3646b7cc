/** Who may connect, and how: by the socket in the pod without a password, from elsewhere with one. */
export const HOST_BASED_AUTHENTICATION = `
local all         all        trust
host  all         all        all scram-sha-256
host  replication replicator all scram-sha-256
`.trimStart();

/** What the primary runs once, when it has made its database. */
export const CREATE_REPLICATION_ROLE = `
psql --username=postgres --set=ON_ERROR_STOP=1 --set=password="$REPLICATION_PASSWORD" <<'SQL'
CREATE ROLE replicator WITH REPLICATION LOGIN PASSWORD :'password';
SQL
`.trimStart();

/**
 * What each pod runs before its server. The primary has nothing to do, nor has a replica with data. A new replica
 * copies the primary into a folder that gets its final name when it is complete.
 */
export const CLONE_FROM_PRIMARY = `
set -eu
if [ "$POD_NAME" = "$PRIMARY_POD" ] || [ -s "$PGDATA/PG_VERSION" ]; then
  exit 0
fi
until rm -rf "$PGDATA.new" && pg_basebackup --pgdata="$PGDATA.new" --wal-method=stream --write-recovery-conf \\
  --checkpoint=fast --dbname="host=$PRIMARY_HOST user=replicator application_name=$POD_NAME"
do
  echo "the primary cannot be copied yet"
  sleep 5
done
mv "$PGDATA.new" "$PGDATA"
`.trimStart();
