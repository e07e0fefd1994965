#!/usr/bin/env bash
# down.sh DIR: ends the Slurm that up.sh DIR started, and its jobs.
dir=$(cd "$1" && pwd)
SLURM_CONF="$dir/slurm.conf" timeout 10 scancel --partition=study --quiet 2>/dev/null
for name in slurmd slurmctld munged; do
  [ -s "$dir/$name.pid" ] && kill "$(cat "$dir/$name.pid")" 2>/dev/null
done
exit 0
