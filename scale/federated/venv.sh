#!/usr/bin/env bash
# venv.sh [EXTRA…]: prints the folder of a Python environment with requirements.txt, and EXTRA, made once and kept in
# ${XDG_CACHE_HOME:-~/.cache}/faceward-federated. Ends with 69 where packages cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
name=$( (cat "$here/requirements.txt"; echo "$@"; "$python" -V) | sha256sum | cut -c 1-16)
venv=${XDG_CACHE_HOME:-$HOME/.cache}/faceward-federated/$name
if [ ! -e "$venv/complete" ]; then
  rm -rf "$venv"
  mkdir -p "$(dirname "$venv")"
  "$python" -m venv "$venv" >&2 || exit 69
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt" "$@" >&2 || exit 69
  touch "$venv/complete"
fi
echo "$venv"
