#!/usr/bin/env bash
# up.sh DIR: a Slurm of one machine for tests, as root, on loopback; all of its files in DIR, nothing in /etc, no systemd, no cgroups.
# Prints what the environment has to have. Given again after a crash, it starts what is not there.
set -euo pipefail
dir=$(mkdir -p "$1" && cd "$1" && pwd)
host=$(hostname -s)
mkdir -p "$dir"/{state,spool,log}
chmod 755 "$dir"
chmod 700 "$dir/state" "$dir/spool"
[ -s "$dir/munge.key" ] || (umask 077 && head -c 128 /dev/urandom >"$dir/munge.key")
[ -s "$dir/slurm.conf" ] || cat >"$dir/slurm.conf" <<CONF
ClusterName=faceward
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=${FACEWARD_SLURM_PORT:-26817}
SlurmdPort=$((${FACEWARD_SLURM_PORT:-26817} + 1))
AuthType=auth/munge
AuthInfo=socket=$dir/munge.sock
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=2
JobRequeue=1
JobCompType=jobcomp/filetxt
JobCompLoc=$dir/log/jobs-ended.txt
MaxArraySize=1001
ReturnToService=2
MpiDefault=none
KillWait=5
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdLogFile=$dir/log/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$(awk '/MemTotal/{print int($2/1024*0.8)}' /proc/meminfo) State=UNKNOWN
PartitionName=study Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$dir/slurm.conf"
# One that was killed can stay in the list of processes for a while.
runs() { [ -s "$dir/$1.pid" ] && grep -q '^State:[[:space:]]*[^XZ]' "/proc/$(cat "$dir/$1.pid")/status" 2>/dev/null; }
runs munged || munged --force --key-file="$dir/munge.key" --socket="$dir/munge.sock" --pid-file="$dir/munged.pid" \
  --log-file="$dir/log/munged.log" --seed-file="$dir/munge.seed" >&2
runs slurmctld || slurmctld -f "$SLURM_CONF" >&2
runs slurmd || slurmd -f "$SLURM_CONF" >&2
for _ in $(seq 300); do
  timeout 3 sinfo -h -o %T 2>/dev/null | grep -qE 'idle|mixed|allocated' && break
  sleep 0.1
done
timeout 3 sinfo -h -o %T | grep -qE 'idle|mixed|allocated' || { echo "the node did not come up; see $dir/log" >&2; exit 1; }
echo "export SLURM_CONF=$SLURM_CONF"
