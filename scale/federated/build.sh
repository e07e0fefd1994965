#!/usr/bin/env bash
# build.sh DIR: makes the app's file (.fab) of this folder's source, and prints its path. The same source gives the same bytes everywhere, so
# that a hospital builds it from what it has reviewed.
set -euo pipefail
[ $# = 1 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/env.sh"
mkdir -p "$1"
cd "$1"
rm -f faceward.faceward-fl.*.fab
flwr build --app "$here" >&2
echo "$PWD"/faceward.faceward-fl.*.fab
