#!/usr/bin/env bash
# Makes a database for each that needs one, owned by a user of the same name, closed to all others. Runs once, on an empty volume.
set -euo pipefail

for name in $DATABASES; do
  password="POSTGRES_PASSWORD_${name^^}"
  psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 --set name="$name" --set password="${!password}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
