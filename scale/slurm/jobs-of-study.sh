# Sourced by submit, watch and collect. In the folder of a study, slurm/jobs/JOB names the cells of an array, a line each: task 0 is the first.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -n "${FACEWARD:-}" ]; then read -ra faceward <<<"$FACEWARD"; else faceward=(node "$(cd "$here/../.." && pwd)/src/hosts/cli/faceward.mjs"); fi

misuse() {
  echo "$(basename "$0"): $1 See --help." >&2
  exit 2
}

# The folder of a study, in full.
study_in() {
  [ -f "${1:-}/study.json" ] || misuse "the folder of a study was expected; found no study.json in '${1:-}'. faceward study --out DIR … --list makes one."
  (cd "$1" && pwd)
}

# Tasks that wait or run: "STATE CELL" a line.
tasks() {
  local file job state index
  for file in "$1"/slurm/jobs/*; do
    [ -e "$file" ] || continue
    job=$(basename "$file")
    # A job that is long over is not known any more.
    squeue -h -r -j "$job" -o '%T %K' 2>/dev/null | while read -r state index; do
      [[ $index =~ ^[0-9]+$ ]] && echo "$state $(sed -n "$((index + 1))p" "$file")"
    done
  done
  return 0
}

# Cells of the first list that are not in the second.
without() { grep -vxFf "$2" "$1" || true; }
