#!/usr/bin/env bash
# superlink.sh KEYS STATE PORT: the coordinator's SuperLink, on loopback alone; hospitals reach it through door.sh. STATE is its database:
# with the same one it goes on after a crash.
set -euo pipefail
[ $# = 3 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/env.sh"
# Not by exec: bound.py ends when its parent does, and that is this script, not a shell that somebody logs out of.
python "$here/faceward_fl/bound.py" -- flower-superlink --host 127.0.0.1 --port "$3" --database "$2" --enable-supernode-auth \
  --disable-runtime-dependency-installation --ssl-certfile "$1/server.crt" --ssl-keyfile "$1/server.key" --ssl-ca-certfile "$1/ca.crt"
