#!/usr/bin/env bash
# door.sh KEYS DIR LISTEN UPSTREAM_PORT: the coordinator's door for hospitals (nginx.conf), in the foreground. DIR holds its log and its
# temporary files; LISTEN is a port or address:port; UPSTREAM_PORT is SuperLink's, on loopback.
set -euo pipefail
[ $# = 4 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2"
sed -e "s|KEYS|$(cd "$1" && pwd)|" -e "s|LISTEN|$3|" -e "s|UPSTREAM|127.0.0.1:$4|" "$here/nginx.conf" > "$2/nginx.conf"
# Root's workers would be somebody else, and could not write here.
user=
[ "$(id -u)" != 0 ] || user='user root;'
exec nginx -e "$2/error.log" -p "$2" -c nginx.conf -g "daemon off; $user"
