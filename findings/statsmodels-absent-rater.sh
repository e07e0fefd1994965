#!/usr/bin/env bash
# statsmodels' Fleiss' kappa and raters who did not judge every stretch.
#
# Guess: aggregate_raters() refuses an empty cell (NaN), or leaves it out.
# Seen:  statsmodels 0.15.0 makes "not judged" a category like "sad" and "calm". Where two of four people judged each
#        stretch, always alike, Fleiss' kappa is -0.07; where four never agreed on four stretches and nobody judged four
#        more, it is 0.47. Left out by hand it cannot be computed: another number of ratings a row ends in an AssertionError
#        without a word. -1, as some write for "none", is a category as well. Krippendorff's alpha (krippendorff 0.9.0) is
#        1 and -0.25.
# Who meets it: people who open the table of a blind rating in which not everybody judged every stretch. Use
#        Krippendorff's alpha, for which an empty cell is one, or keep the raters who judged all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check statsmodels==0.15.0 krippendorff==0.9.0

cat > try.py <<'PY'
import krippendorff
import numpy as np
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

NONE, CALM, SAD = np.nan, 0, 1
# Eight stretches by four people each. Two judge a stretch, and always alike:
pairs = [(0, 1), (2, 3), (0, 2), (1, 3), (0, 3), (1, 2), (0, 1), (2, 3)]
alike = np.full((8, 4), NONE)
for row, pair in enumerate(pairs):
    alike[row, pair] = row % 2
# Four are judged by all, two against two, and four by nobody.
apart = np.array([[CALM, CALM, SAD, SAD], [CALM, SAD, CALM, SAD]] * 2 + [[NONE] * 4] * 4)


def kappa(table):
    try:
        return round(float(fleiss_kappa(table)), 2)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def kappa_of(ratings):
    return kappa(aggregate_raters(ratings)[0])


def alpha_of(ratings):
    return round(float(krippendorff.alpha(ratings.T, level_of_measurement="nominal")), 2)


seen = {
    "categories": [str(category) for category in aggregate_raters(alike)[1]],
    "categories of -1": aggregate_raters(np.nan_to_num(alike, nan=-1).astype(int))[1].tolist(),
    "kappa, always alike": kappa_of(alike),
    "kappa, always apart": kappa_of(apart),
    "kappa of rows with 2, 3 and 2 ratings": kappa(np.array([[2, 0], [0, 3], [1, 1]])),
    "alpha, always alike": alpha_of(alike),
    "alpha, always apart": alpha_of(apart),
}
print("versions statsmodels 0.15.0, krippendorff 0.9.0")
print("expected an error, or two categories and a kappa of 1 and one below 0")
print("seen    ", seen)
raise SystemExit(
    seen
    != {
        "categories": ["0.0", "1.0", "nan"],
        "categories of -1": [-1, 0, 1],
        "kappa, always alike": -0.07,
        "kappa, always apart": 0.47,
        "kappa of rows with 2, 3 and 2 ratings": "AssertionError: ",
        "alpha, always alike": 1.0,
        "alpha, always apart": -0.25,
    }
)
PY
venv/bin/python try.py
