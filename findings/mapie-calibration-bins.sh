#!/usr/bin/env bash
# MAPIE and the number of bins of a calibration error.
#
# Guess: expected_calibration_error(..., num_bins=n) is the usual one: n bins of equal width.
# Seen:  MAPIE 1.6.0 makes n edges and so n - 1 bins. With num_bins=2 all falls into one bin, where a model that is 50
#        points too modest on half of its answers and 50 points too sure on the other half comes out with 0. num_bins=1
#        gives NaN. With split_strategy="array split" the answer depends on the order of the rows: it cuts, then sorts.
# Who meets it: research staff and reviewers who check the calibration error of a model card against a library. On
#        made-up data of 4,000 answers 0.072 (10 bins) became 0.057, and either number looks like the other's error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check MAPIE==1.6.0 scikit-learn==1.9.1 numpy==2.4.6

cat > try.py <<'PY'
import importlib.metadata
import warnings

import numpy as np

warnings.simplefilter("ignore")
from mapie.metrics.calibration import expected_calibration_error

# Four answers at 25 % of which 3 are right, four at 75 % of which 1 is right: each bin is off by one half.
confidence = np.array([0.25] * 4 + [0.75] * 4)
is_right = np.array([1, 1, 1, 0, 1, 0, 0, 0])
alternating = [0, 4, 1, 5, 2, 6, 3, 7]


def split(order):
    return float(
        expected_calibration_error(is_right[order], confidence[order], num_bins=2, split_strategy="array split")
    )


seen = {
    **{f"{bins} bins": float(expected_calibration_error(is_right, confidence, num_bins=bins)) for bins in (1, 2, 3, 10)},
    "array split, sorted": split(list(range(8))),
    "array split, alternating": split(alternating),
}
recorded = {
    "1 bins": float("nan"),
    "2 bins": 0.0,
    "3 bins": 0.5,
    "10 bins": 0.5,
    "array split, sorted": 0.5,
    "array split, alternating": 0.0,
}
print("version  MAPIE", importlib.metadata.version("MAPIE"))
print("expected 0.0 for 1 bin, 0.5 for all others")
print("seen    ", seen)
raise SystemExit(not np.array_equal(list(seen.values()), list(recorded.values()), equal_nan=True))
PY
venv/bin/python try.py
