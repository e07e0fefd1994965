#!/usr/bin/env bash
# Agreement of two raters who both give FLACC 0 each time, as of a child that sleeps: no disagreement, and no variation.
#
# Guess: every kappa is undefined there and comes out as NaN; Gwet's AC1, made for such data, is 1; krippendorff raises.
# Seen:  one package after the other differs. irrCAC 0.4.4: AC1 is 1, Conger's kappa NaN, Fleiss' kappa a
#        ZeroDivisionError, Krippendorff's alpha 1 with p = 0. krippendorff 0.9.0 raises ValueError for the same alpha,
#        statsmodels 0.15.0 gives NaN for the same Fleiss' kappa, scikit-learn 1.9.1 NaN for Cohen's.
# Who meets it: ward and research staff who score FLACC twice and put the agreement into a paper: a quiet night is a perfect
#        score, an empty cell or a crash, by the package. State the shares of agreement beside the coefficient.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check irrCAC==0.4.4 krippendorff==0.9.0 \
  statsmodels==0.15.0 scikit-learn==1.9.1 pandas==2.3.3 scipy==1.12.0 numpy==1.26.4

cat > try.py <<'PY'
import warnings

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.simplefilter("ignore")
nurses = pd.DataFrame({"first": [0] * 10, "second": [0] * 10})


def outcome(coefficient):
    try:
        return str(float(coefficient()))
    except (ValueError, ZeroDivisionError) as error:
        return type(error).__name__


def by_irrcac(name):
    return outcome(lambda: getattr(CAC(nurses), name)()["est"]["coefficient_value"])


seen = {
    "AC1, irrCAC": by_irrcac("gwet"),
    "Conger, irrCAC": by_irrcac("conger"),
    "Fleiss, irrCAC": by_irrcac("fleiss"),
    "Fleiss, statsmodels": outcome(lambda: fleiss_kappa(aggregate_raters(nurses.values, n_cat=2)[0])),
    "alpha, irrCAC": by_irrcac("krippendorff"),
    "alpha, krippendorff": outcome(lambda: krippendorff.alpha(nurses.values.T)),
    "Cohen, scikit-learn": outcome(lambda: cohen_kappa_score(nurses["first"], nurses["second"])),
}
recorded = {
    "AC1, irrCAC": "1.0",
    "Conger, irrCAC": "nan",
    "Fleiss, irrCAC": "ZeroDivisionError",
    "Fleiss, statsmodels": "nan",
    "alpha, irrCAC": "1.0",
    "alpha, krippendorff": "ValueError",
    "Cohen, scikit-learn": "nan",
}
print("versions irrCAC 0.4.4, krippendorff 0.9.0, statsmodels 0.15.0, scikit-learn 1.9.1, numpy", np.__version__)
print("expected AC1 1.0, alpha a ValueError, the others nan")
for name, value in seen.items():
    print(f"seen     {name}: {value}")
raise SystemExit(seen != recorded)
PY
venv/bin/python try.py
