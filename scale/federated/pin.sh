#!/usr/bin/env bash
# pin.sh HOME FAB: at a hospital, installs the reviewed app and takes the right to write to its folder away. Any other app is then refused
# there: Flower installs what it is sent before it runs it. FAB is what build.sh makes of the source that was reviewed.
set -euo pipefail
[ $# = 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
. "$(dirname "$0")/env.sh"
export FLWR_HOME=$1
[ ! -e "$1/apps" ] || { chmod -R u+w "$1/apps"; rm -r "$1/apps"; }
flwr install "$2"
chmod -R a-w "$1/apps"
