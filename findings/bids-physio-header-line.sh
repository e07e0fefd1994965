#!/usr/bin/env bash
# BIDS: a physio.tsv.gz that begins with a line of column names, which the standard forbids.
#
# Guess: the BIDS validator reports the line; it is the classic mistake with these files.
# Seen:  bids-validator-deno 3.0.2 says nothing, also where the columns are described. It reports the line only if a
#        column's description has Units (or Levels): only then does it look at the values. pybids 0.22.0 takes the names
#        for the first sample: the columns become text and every later row is one sample late.
# Who meets it: people who cut some emotions out of a session's BIDS export with a table library (which writes a line of
#        names by default), validate, and share it. At 10 rows a second all emotions are 0.1 s late. Our own sidecar is
#        safe by its column "named", which has Levels; what is derived from it need not have one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check bids-validator-deno==3.0.2 pybids==0.22.0

cat > try.py <<'PY'
import gzip
import json
import pathlib
import subprocess
import warnings

warnings.simplefilter("ignore")
from bids import BIDSLayout

FILE = "sub-01/beh/sub-01_task-session_recording-face_physio"


def dataset(name, descriptions):
    root = pathlib.Path(name)
    (root / FILE).parent.mkdir(parents=True)
    (root / "dataset_description.json").write_text(json.dumps({"Name": "made up", "BIDSVersion": "1.9.0"}))
    (root / "README").write_text("Made up readings.\n")
    sidecar = {"SamplingFrequency": 10, "StartTime": 0, "Columns": ["p_anger", "p_fear"], **descriptions}
    (root / f"{FILE}.json").write_text(json.dumps(sidecar))
    (root / f"{FILE}.tsv.gz").write_bytes(gzip.compress(b"p_anger\tp_fear\n0.1\t0.2\n0.3\t0.4\n"))
    return root


def errors(root):
    said = subprocess.run(["venv/bin/bids-validator-deno", root, "--json"], capture_output=True, text=True).stdout
    issues = json.loads(said)["issues"]["issues"]
    return sorted({issue["code"] for issue in issues if issue["severity"] == "error" and "physio" in issue["location"]})


described = {"p_anger": {"Description": "anger"}, "p_fear": {"Description": "fear"}}
with_units = {**described, "p_fear": {"Description": "fear", "Units": "1"}}
plain = dataset("plain", described)
seen = {
    "described": errors(plain),
    "with units": errors(dataset("units", with_units)),
    "first samples": BIDSLayout(plain).get(suffix="physio", extension=".tsv.gz")[0].get_df()["p_anger"].tolist(),
}
recorded = {
    "described": [],
    "with units": ["TSV_VALUE_INCORRECT_TYPE"],
    "first samples": ["p_anger", "0.1", "0.3"],
}
print("versions bids-validator-deno 3.0.2, pybids 0.22.0")
print("expected an error about the line of names in both datasets")
print("seen    ", json.dumps(seen))
raise SystemExit(seen != recorded)
PY
venv/bin/python try.py
