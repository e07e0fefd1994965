#!/usr/bin/env bash
# Runs all findings one after the other and ends with 1 if one of them is no longer as seen.
set -euo pipefail
cd "$(dirname "$0")"
changed=0
for finding in *.sh; do
  [ "$finding" = run-all.sh ] && continue
  echo "== ${finding%.sh}"
  "./$finding" || { echo "no longer as seen: $finding"; changed=1; }
done
exit "$changed"
