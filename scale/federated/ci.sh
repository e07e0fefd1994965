#!/usr/bin/env bash
# ci.sh DIR [--all]: a coordinator and three hospitals on this machine's loopback, with TLS, keys and door, on the rendered demo cohort split
# by child into three. Three rounds; a hospital is killed in the middle of one and comes back, then the coordinator; the average is computed
# again by numpy from what each hospital sent. --all adds what takes longer: a changed app, secure aggregation with one hospital lost,
# differential privacy. Ends "N passed, 0 failed". Wants nginx, openssl, ssh-keygen, Python 3.11 with venv, and what npm ci installs; ends
# with 69 and a reason where they cannot be had. Nothing is left running, whatever happens.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6s/^# //p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
for tool in nginx openssl ssh-keygen setpriv; do
  PATH=$PATH:/usr/sbin command -v "$tool" > /dev/null || { echo "scale/federated/ci.sh: not run, $tool is not installed"; exit 69; }
done
extra=()
limit_s=600
[ "${2:-}" != --all ] || { extra=(dp-accounting==0.6.0); limit_s=1500; }
venv=$("$here/venv.sh" "${extra[@]}") || { echo "scale/federated/ci.sh: not run, Python's packages cannot be had"; exit 69; }
export PATH=$venv/bin:$PATH:/usr/sbin PYTHONPATH=$here
. "$here/env.sh"
python -m compileall -q "$here/faceward_fl" "$here/ci" "$here/tests"
python "$here/faceward_fl/bound.py" --limit $limit_s -- python -m ci.main "$@"
