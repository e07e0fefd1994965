#!/usr/bin/env bash
# supernode.sh HOME CA KEY COORDINATOR LOCAL_PORT NAME FEDERATION [COMMAND]: a hospital's SuperNode.
#   HOME         folder of this SuperNode; apps in it holds the reviewed app and nothing else, and cannot be written to (pin.sh)
#   CA, KEY      the coordinator's ca.crt, and this hospital's private key
#   COORDINATOR  host:port of the coordinator's door; LOCAL_PORT is a free port on this machine's loopback
#   NAME         what the model's card calls this hospital
#   FEDERATION   this hospital's federation file: data folder, dataset, steps. The coordinator never sees it
#   COMMAND      how Faceward is called here; faceward by default
# Ends when it is told to (TERM, INT); a SuperNode that was killed is started again. The coordinator lets it back in once it has noticed that it
# was gone, a minute at most.
# KEPT=DIR keeps a copy of all that this hospital sends. LIMIT_S is the longest a round may take here (7200).
set -euo pipefail
[ $# -ge 7 ] || { sed -n '2,11s/^# //p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/env.sh"
export FLWR_HOME=$1
# Root may write to anything, unless it gives up the right to. Another user simply does not own the folder.
bounds=()
if [ "$(id -u)" = 0 ]; then
  bounds=(setpriv --inh-caps=-dac_override,-fowner --bounding-set=-dac_override,-fowner)
fi
mkdir -p "$1/apps"
apps=$(find "$1/apps" -mindepth 1 -maxdepth 1 -type d | wc -l)
[ "$apps" = 1 ] || { echo "supernode.sh: $1/apps holds $apps apps; exactly the one that was reviewed has to be there (pin.sh HOME FAB)" >&2; exit 78; }
if "${bounds[@]}" test -w "$1/apps"; then
  echo "supernode.sh: $1/apps can be written to, so that the coordinator could put other code there. Run pin.sh, or mount it read-only" >&2
  exit 78
fi
"${bounds[@]}" test -r "$7" || { echo "supernode.sh: the federation file $7 cannot be read; write one (docs/federation.md)" >&2; exit 78; }
node=
trap 'trap - TERM INT; [ -z "$node" ] || { kill -TERM "$node" 2>/dev/null; wait "$node"; }; exit 143' TERM INT
while :; do
  "${bounds[@]}" python "$here/faceward_fl/bound.py" -- flower-supernode --root-certificates "$2" --auth-supernode-private-key "$3" \
    --superlink "$4" --host 127.0.0.1 --port "$5" \
    --node-config "site=\"$6\" federation=\"$7\" faceward=\"${8:-faceward}\" kept=\"${KEPT:-}\" limit=${LIMIT_S:-7200}" &
  node=$!
  wait "$node" || true
  sleep 3
done
