#!/usr/bin/env bash
# faceward-on-node.sh DIR PROGRAM ARGUMENTS…: the program as ci.sh has its tasks run it. For the cell that DIR/full names, the checkpoints' folder
# lies on a disk that is full; nobody else sees that disk.
set -euo pipefail
dir=$1 program=$2
shift 2
if [ -s "$dir/full" ] && [[ " $* " == *" --cell $(cat "$dir/full") "* ]]; then
  # shellcheck disable=SC2016
  exec unshare --mount bash -c '
    mount -t tmpfs -o size=4k full-disk "$1/study/unfinished" && head -c 4096 /dev/zero >"$1/study/unfinished/other" && shift && exec node "$@"
  ' - "$dir" "$program" "$@"
fi
exec node "$program" "$@"
