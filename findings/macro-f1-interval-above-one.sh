#!/usr/bin/env bash
# The confidenceinterval package and the macro-F1 of a good classifier.
#
# Guess: where every answer is right, the analytic interval shrinks to (1, 1), as such intervals do.
# Seen:  confidenceinterval 1.0.5 gives 0.69 to 1.31 for 20 right answers of 20. Its precision and recall of the same data
#        are (1, 1). At a macro-F1 of 0.5 or 0.75 its interval is that of the bootstrap; the better the model, the wider.
# Who meets it: reviewers who recompute the interval of macro-F1 on a model card, or compare two good models by it: a
#        difference that is there disappears, and an upper end above 1 goes into a table. method="bootstrap_..." is fine.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check confidenceinterval==1.0.5 scikit-learn==1.9.1 scipy==1.17.1 \
  numpy==2.4.6

cat > try.py <<'PY'
import importlib.metadata

import confidenceinterval as ci
import numpy as np


def interval(score, truth, said, **how):
    _, ends = score(truth, said, average="macro", **how)
    return [round(float(end), 2) for end in ends]


perfect = [0] * 10 + [1] * 10
truth = [row % 7 for row in range(210)]
# Two of 210 answers are wrong.
good = [*truth[:-2], 0, 0]
seen = {
    "20 of 20, F1": interval(ci.f1_score, perfect, perfect),
    "20 of 20, recall": interval(ci.recall_score, perfect, perfect),
    "208 of 210, F1": interval(ci.f1_score, truth, good),
}
bootstrap = interval(
    ci.f1_score, truth, good, method="bootstrap_percentile", n_resamples=500, random_state=np.random.default_rng(1)
)
print("version  confidenceinterval", importlib.metadata.version("confidenceinterval"))
print("expected [1.0, 1.0] twice, then about", bootstrap, "(bootstrap)")
print("seen    ", seen)
recorded = {
    "20 of 20, F1": [0.69, 1.31],
    "20 of 20, recall": [1.0, 1.0],
    "208 of 210, F1": [0.94, 1.04],
}
raise SystemExit(seen != recorded or bootstrap[1] > 1)
PY
venv/bin/python try.py
