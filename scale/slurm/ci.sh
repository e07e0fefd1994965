#!/usr/bin/env bash
# ci.sh DIR: eight small cells on a real Slurm of this machine, disturbed in five ways, against the same cells undisturbed.
# Installs slurm-wlm and munge where they are missing; where they cannot be had it says why, and "left out". Ends "N passed, 0 failed".
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
[ -n "${1:-}" ] || { echo 'ci.sh DIR: a folder for what it makes was expected' >&2; exit 2; }
leave_out() { echo "scale/slurm left out: $1"; exit 0; }
[ "$(id -u)" = 0 ] || leave_out 'a Slurm of its own wants root here'
if ! command -v slurmctld >/dev/null || ! command -v slurmd >/dev/null || ! command -v munged >/dev/null; then
  command -v apt-get >/dev/null || leave_out 'slurm-wlm and munge are not installed, and there is no apt-get to install them'
  { apt-get update -q && apt-get install -y -q --no-install-recommends slurm-wlm munge; } >&2 ||
    leave_out 'slurm-wlm and munge could not be installed'
fi
dir=$(mkdir -p "$1" && cd "$1" && pwd)
rm -rf "${dir:?}"/{study,alone,data,full}

passed=0 failed=0 begun=$SECONDS
check() {
  local said=$1
  shift
  if "$@"; then passed=$((passed + 1)); echo "ok   $said"; else failed=$((failed + 1)); echo "FAIL $said"; fi
}
until_() {
  local end=$((SECONDS + 120))
  while [ "$SECONDS" -lt "$end" ]; do
    "$@" && return
    sleep 0.1
  done
  echo "waited in vain for: $*" >&2
  squeue -r >&2 || true
  tail -n 5 "$dir"/study/slurm/logs/*.log >&2 || true
  return 1
}

# A node of one machine stands for several: what is said to be one's disk is a small one that only the program sees.
export FACEWARD="$here/one-machine/faceward-on-node.sh $dir $repository/src/hosts/cli/faceward.mjs"
faceward() { node "$repository/src/hosts/cli/faceward.mjs" "$@" --data "$dir/data"; }
export XDG_DATA_HOME="$dir/data"
manifest="$repository/resources/demo-cohort/manifest.csv"
# One subject of six is enough, and found in seconds.
others=$(awk -F, 'NR > 1 && !seen[$2]++ { print $2 }' "$manifest" | sort | awk 'NR % 6 != 0' | paste -sd,)
faceward study --out "$dir/study" --dataset "$repository/resources/demo-cohort" --exclude "$others" --learners cross-entropy,supcon \
  --regimes children,adults-as-augmentations --sizes 30,40 --seeds 1 --budget 12 --batch 16 --set headRows=64 \
  --shares 0.5,0.25,0.25 --engine wasm --list >"$dir/cells"
mapfile -t ids <"$dir/cells"
check 'eight cells are planned, their faces beside them' test "${#ids[@]}" = 8 -a -s "$dir/study/faces.bin"
cp -r "$dir/study" "$dir/alone"
faceward study --out "$dir/alone" --jobs 2 >/dev/null 2>&1

environment=$("$here/one-machine/up.sh" "$dir/cluster")
eval "$environment"
trap '"$here/one-machine/down.sh" "$dir/cluster"' EXIT
out="$dir/study"
has() { [ -e "$out/cells/$1.json" ]; }
is_begun() { [ -s "$out/unfinished/$1.json" ] || has "$1"; }
all_but() { for id in "${ids[@]}"; do [ "$id" = "$1" ] || has "$id" || return 1; done; }
# The process that has a cell, and its task's script.
holder() { sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$(ls -v "$out"/locks/"$1".[0-9]* | tail -1)"; }
script_of() {
  local pid=$1
  until grep -qa slurm_script "/proc/$pid/cmdline"; do pid=$(awk '/^PPid/{print $2}' "/proc/$pid/status"); done
  echo "$pid"
}
# Slurm holds back for two minutes what was queued again.
release_held() {
  local task
  squeue -h -r -t PENDING -o '%A %F_%K %r' 2>/dev/null | while read -r _ task reason; do
    [ "$reason" != BeginTime ] || scontrol update JobId="$task" StartTime=now 2>/dev/null || true
  done
}
finished() { release_held; all_but "$1"; }

echo "${ids[4]}" >"$dir/full"
"$here/submit" "$out" --at-once 2 --memory 100 --time 10 >"$dir/first" 2>&1 &
"$here/submit" "$out" --at-once 2 --memory 100 --time 10 >"$dir/second" 2>&1 &
wait %1 %2 2>/dev/null || wait
check 'two submits at once are both taken' test "$(cat "$dir/first" "$dir/second" | grep -cE '^[0-9]+$')" -ge 1

until_ is_begun "${ids[0]}"
kill -9 "$(holder "${ids[0]}")"
until_ is_begun "${ids[1]}"
kill -TERM "$(script_of "$(holder "${ids[1]}")")"
until_ is_begun "${ids[2]}"
# Both are queued again, and the controller has that on its disk: it saves every few seconds what it would forget otherwise.
both_wait() { [ "$(squeue -h -r -t PENDING -o %r | grep -c BeginTime)" -ge 2 ]; }
until_ both_wait
touch "$dir/both-wait"
is_saved() { [ "$dir/cluster/state/job_state" -nt "$dir/both-wait" ]; }
until_ is_saved
is_over() { ! grep -q '^State:[[:space:]]*[^XZ]' "/proc/$1/status" 2>/dev/null; }
for name in slurmctld slurmd; do
  pid=$(cat "$dir/cluster/$name.pid")
  kill -9 "$pid"
  until_ is_over "$pid"
done
"$here/one-machine/up.sh" "$dir/cluster" >/dev/null
until_ finished "${ids[4]}"

lines() { "$@" 2>&1 || true; }
said=$(lines "$here/collect" "$out" --data "$dir/data")
check 'the cell on the full disk has no result, and is the one that is named' \
  test "$(sed -n '/^Without a result:/,/^$/p' <<<"$said" | grep -c '^  ')$(grep -c "^  ${ids[4]}$" <<<"$said")" = 11
check 'its task says what was the matter' grep -qiE 'no space|disk is full|ENOSPC|no room' "$out"/slurm/logs/*.log
over() { release_held; [ -z "$(squeue -h -r)" ]; }
until_ over
check 'watch names it as well, and ends with 1' eval \
  '! "$here/watch" "$out" --once >"$dir/watched" && grep -q "without a result: ${ids[4]}, see" "$dir/watched"'

rm "$dir/full"
third=$("$here/submit" "$out" --memory 100 --time 10 2>"$dir/third")
check 'the next submit runs that one alone' test "$(squeue -h -r -j "$third" 2>/dev/null | wc -l)$(cut -d' ' -f1 "$dir/third")" = 11
until_ has "${ids[4]}"
until_ over
check 'and the next has nothing to do' test -z "$("$here/submit" "$out" 2>/dev/null)"
check 'watch says that all have their result' "$here/watch" "$out"
check 'so does collect' eval '"$here/collect" "$out" --data "$dir/data" >/dev/null'

for file in report.md learning-curves.svg; do check "$file is that of the undisturbed run, to the bit" cmp "$out/$file" "$dir/alone/$file"; done
# All but what a cell took, and when.
results() { awk -F, -v OFS=, '{ $15 = $16 = $17 = $18 = $19 = ""; print }' "$1/cells.csv"; }
check 'the table is, to the bit' test "$(results "$out")" = "$(results "$dir/alone")"
column() { awk -F, -v id="$1" -v column="$2" '$1 == id { print $column }' "$out/cells.csv"; }
check 'the one that was shot was started twice' test "$(column "${ids[0]}" 18)" = 2
check 'the one that was told to stop as well, and made no step twice' test "$(column "${ids[1]}" 18) $(column "${ids[1]}" 15)" = '2 12'
# A controller that comes back ends what it has forgotten, so the two that ran then may have been begun again.
again=0
for index in 2 3 5 6 7; do [ "$(column "${ids[$index]}" 18)" = 1 ] || again=$((again + 1)); done
check "of the five others none was run twice but for the controllers' kill ($again)" test "$again" -le 2
echo "starts: $(for id in "${ids[@]}"; do column "$id" 18; done | paste -sd' '); steps: $(for id in "${ids[@]}"; do column "$id" 15; done | paste -sd' ') of 12 each; $((SECONDS - begun)) s"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
