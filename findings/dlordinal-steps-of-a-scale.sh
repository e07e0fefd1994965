#!/usr/bin/env bash
# dlordinal's measures for ordered labels, and FLACC totals of which not every step occurs.
#
# Guess: accuracy_off1() is the share of answers at most one step off; amae() is the mean over the true totals of how many
#        points an answer is off.
# Seen:  dlordinal 2.7.0 counts places in the list of totals that occur. Where they are 0, 5 and 10, five points off is one
#        step: three answers of six that are right come out as 0.83, and 3.33 points off as 0.67. An answer with a total
#        that is nowhere true is left out without a word: two right of four, two at 5, is 1.0. With labels=range(11)
#        accuracy_off1() is right; amae() and mmae() cannot be told.
# Who meets it: people who compare FLACC or a face scale with what was read from a face, by few observations. Hand all
#        steps of the scale over, and take the mean of the absolute differences by hand.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check numpy==2.4.6 scikit-learn==1.9.1
# Its measures need none of its other dependencies, of which one is PyTorch.
venv/bin/pip install --quiet --no-compile --disable-pip-version-check --no-deps dlordinal==2.7.0

cat > try.py <<'PY'
import numpy as np
from dlordinal.metrics import accuracy_off1, amae, mmae

TRUE = np.array([0, 0, 5, 5, 10, 10])
SAID = np.array([0, 5, 5, 10, 10, 0])
NEVER_TRUE = np.array([0, 0, 10, 10]), np.array([0, 5, 10, 5])

by_hand = [float(np.abs(SAID - TRUE)[TRUE == total].mean()) for total in np.unique(TRUE)]
seen = {
    "accuracy_off1": round(float(accuracy_off1(TRUE, SAID)), 2),
    "accuracy_off1 with all steps": float(accuracy_off1(TRUE, SAID, labels=range(11))),
    "accuracy_off1, said 5 twice": float(accuracy_off1(*NEVER_TRUE)),
    "amae": round(float(amae(TRUE, SAID)), 2),
    "mmae": float(mmae(TRUE, SAID)),
}
print("version  dlordinal 2.7.0")
print("expected 0.5, 0.5, 0.5,", round(float(np.mean(by_hand)), 2), max(by_hand))
print("seen    ", seen)
raise SystemExit(
    seen
    != {
        "accuracy_off1": 0.83,
        "accuracy_off1 with all steps": 0.5,
        "accuracy_off1, said 5 twice": 1.0,
        "amae": 0.67,
        "mmae": 1.0,
    }
)
PY
venv/bin/python try.py
