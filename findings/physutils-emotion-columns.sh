#!/usr/bin/env bash
# physutils (the physiopy reader of BIDS recordings) and a recording that holds emotions, with gaps.
#
# Guess: load_from_bids() loads it: every column of the sidecar, from the first sample on, NaN where the file says "n/a".
# Seen:  physutils 0.3.0 stops at the first "n/a", the word that BIDS itself prescribes for a missing value. Without any, it
#        returns one column of seven, p_neutral, as an MRI trigger: the name contains "tr". The others go with a warning.
# Who meets it: people who receive the BIDS export and open it with the tools of that field. A child turns away
#        now and then, so that sessions have gaps; pybids, by which physutils finds the file, reads it as it should.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check physutils==0.3.0 pybids==0.22.0 numpy==2.4.6

cat > try.py <<'PY'
import gzip
import json
import pathlib
import warnings

warnings.simplefilter("ignore")
from loguru import logger

logger.remove()
from bids import BIDSLayout
from physutils.io import load_from_bids

COLUMNS = [f"p_{emotion}" for emotion in ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")]
FILE = "sub-01/beh/sub-01_task-session_recording-face_physio"


def dataset(name, rows):
    root = pathlib.Path(name)
    (root / FILE).parent.mkdir(parents=True)
    (root / "dataset_description.json").write_text(json.dumps({"Name": "made up", "BIDSVersion": "1.9.0"}))
    (root / f"{FILE}.json").write_text(json.dumps({"SamplingFrequency": 10, "StartTime": 0, "Columns": COLUMNS}))
    lines = ["\t".join(row) for row in rows]
    (root / f"{FILE}.tsv.gz").write_bytes(gzip.compress(("\n".join(lines) + "\n").encode()))
    return str(root)


def columns_read(root):
    try:
        return list(load_from_bids(root, "01", task="session", recording="face"))
    except ValueError as error:
        return f"ValueError: {error}"


reading = ["0.1"] * 6 + ["0.4"]
with_gap = dataset("gap", [reading, ["n/a"] * 7, reading])
whole = dataset("whole", [reading, reading, reading])
by_pybids = BIDSLayout(with_gap).get(suffix="physio", extension=".tsv.gz")[0].get_df()
print("versions physutils 0.3.0, pybids 0.22.0")
print("expected", COLUMNS, "from both")
print("seen     with a gap:", columns_read(with_gap))
print("seen     without   :", columns_read(whole))
print("pybids   with a gap:", by_pybids["p_neutral"].tolist())
as_seen = (
    "could not convert string 'n/a'" in columns_read(with_gap)
    and columns_read(whole) == ["p_neutral"]
    and list(by_pybids.columns) == ["onset", *COLUMNS]
)
raise SystemExit(not as_seen)
PY
venv/bin/python try.py
