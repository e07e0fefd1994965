#!/usr/bin/env bash
# fhirpathpy and numbers that stand in a resource: their sum, mean and largest, and whether a quantity is more than another.
#
# Guess: the sum of the components' values is 0.3, as a decimal; a minute and a half is more than a minute.
# Seen:  fhirpathpy 2.2.4 ends sum(), avg(), min() and max() of elements in a TypeError of Python's, and so every comparison
#        of quantities by < and >, even of two that are written into the expression; "=" works, units and all. Made numbers
#        first, select($this * 1).sum(), the sum is right. fhirpath.js 5.2.2 answers all, the sum as 0.30000000000000004.
# Who meets it: people who ask a session in FHIR for the share of two emotions together, or for readings above a value:
#        compare .value with a plain number, and make numbers of elements before they are summed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check fhirpathpy==2.2.4
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts fhirpath@5.2.2

cat > asked.json <<'JSON'
{
  "observation": {
    "resourceType": "Observation",
    "status": "final",
    "code": { "text": "Made up" },
    "valueQuantity": { "value": 90, "unit": "s", "system": "http://unitsofmeasure.org", "code": "s" },
    "component": [
      { "code": { "text": "joy" }, "valueQuantity": { "value": 0.1 } },
      { "code": { "text": "sadness" }, "valueQuantity": { "value": 0.2 } }
    ]
  },
  "expressions": {
    "sum": "Observation.component.value.value.sum()",
    "sum of numbers": "Observation.component.value.value.select($this * 1).sum()",
    "largest": "Observation.component.value.value.max()",
    "more than a minute": "Observation.value > 1 'min'",
    "literals": "90 's' > 1 'min'",
    "equals": "Observation.value = 1.5 'min'",
    "number": "Observation.value.value > 60"
  }
}
JSON
cat > try.py <<'PY'
import json

from fhirpathpy import evaluate
from fhirpathpy.models import models

asked = json.load(open("asked.json"))


def answer(expression):
    try:
        return evaluate(asked["observation"], expression, {}, models["r4"])
    except Exception as error:
        return type(error).__name__


print(json.dumps({name: answer(text) for name, text in asked["expressions"].items()}, default=float))
PY
cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const { observation, expressions } = JSON.parse(readFileSync('asked.json', 'utf8'));
const seen = {
  'fhirpathpy 2.2.4': JSON.parse(execFileSync('venv/bin/python', ['try.py'], { encoding: 'utf8' })),
  'fhirpath 5.2.2': Object.fromEntries(
    Object.entries(expressions).map(([name, text]) => [name, fhirpath.evaluate(observation, text, {}, r4)]),
  ),
};
const recorded = {
  'fhirpathpy 2.2.4': {
    sum: 'TypeError',
    'sum of numbers': [0.3],
    largest: 'TypeError',
    'more than a minute': 'Exception',
    literals: 'TypeError',
    equals: [true],
    number: [true],
  },
  'fhirpath 5.2.2': {
    sum: [0.30000000000000004],
    'sum of numbers': [0.30000000000000004],
    largest: [0.2],
    'more than a minute': [true],
    literals: [true],
    equals: [true],
    number: [true],
  },
};
console.log('expected 0.3, 0.3, 0.2, and true four times, of both');
for (const [name, answers] of Object.entries(seen)) console.log('seen    ', name, JSON.stringify(answers));
process.exitCode = JSON.stringify(seen) === JSON.stringify(recorded) ? 0 : 1;
JS
node try.mjs
