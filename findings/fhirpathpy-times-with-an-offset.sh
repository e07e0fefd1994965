#!/usr/bin/env bash
# fhirpathpy and times that carry an offset, as those of a hospital's own systems do, or milliseconds, as ours do.
#
# Guess: a period that begins at 10:00+01:00 and ends at 09:30Z begins before it ends; a day later than 10:00+01:00 is
#        10:00+01:00 of the next day; half an hour can be added to any time that has hours and minutes.
# Seen:  fhirpathpy 2.2.4 compares two elements by their letters, so that the period "ends first", where the same two times
#        are compared rightly once one is written into the expression. A day later is 09:00 without any zone. Half an hour
#        can be added to a time with "Z" or with milliseconds; with both, or with neither, it stops with Python's own
#        UnboundLocalError. fhirpath.js 5.2.2 has all of them right, in UTC and written "-00:00".
# Who meets it: people who look in Python for the readings around a dose or a procedure of the hospital's record. Our own
#        times have milliseconds and Z: they compare rightly among themselves, and nothing can be added to them. Turn times
#        into Python's own first, and reckon there.
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
    "effectivePeriod": { "start": "2026-03-02T10:00:00+01:00", "end": "2026-03-02T09:30:00Z" }
  },
  "expressions": {
    "begins before it ends": "Observation.effective.start <= Observation.effective.end",
    "the same, end written out": "Observation.effective.start <= @2026-03-02T09:30:00Z",
    "a day later": "@2026-03-02T10:00:00+01:00 + 1 day",
    "half an hour after 10:00:00Z": "@2026-03-02T10:00:00Z + 30 minutes",
    "half an hour after 10:00:00.000Z": "@2026-03-02T10:00:00.000Z + 30 minutes",
    "half an hour after 10:00:00+01:00": "@2026-03-02T10:00:00+01:00 + 30 minutes",
    "half an hour after 10:00:00.000+01:00": "@2026-03-02T10:00:00.000+01:00 + 30 minutes"
  }
}
JSON
cat > try.py <<'PY'
import contextlib
import io
import json

from fhirpathpy import evaluate
from fhirpathpy.models import models

asked = json.load(open("asked.json"))


def answer(expression):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return evaluate(asked["observation"], expression, {}, models["r4"])
    except Exception as error:
        return type(error).__name__


print(json.dumps({name: answer(expression) for name, expression in asked["expressions"].items()}))
PY
cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const { observation, expressions } = JSON.parse(readFileSync('asked.json', 'utf8'));
console.debug = console.warn = () => {};
const seen = {
  'fhirpathpy 2.2.4': JSON.parse(execFileSync('venv/bin/python', ['try.py'], { encoding: 'utf8' })),
  'fhirpath 5.2.2': Object.fromEntries(
    Object.entries(expressions).map(([name, text]) => [name, fhirpath.evaluate(observation, text, {}, r4)]),
  ),
};
const recorded = {
  'fhirpathpy 2.2.4': {
    'begins before it ends': [false],
    'the same, end written out': [true],
    'a day later': ['2026-03-03T09:00:00'],
    'half an hour after 10:00:00Z': ['2026-03-02T10:30:00.000+00:00'],
    'half an hour after 10:00:00.000Z': 'UnboundLocalError',
    'half an hour after 10:00:00+01:00': 'UnboundLocalError',
    'half an hour after 10:00:00.000+01:00': ['2026-03-02T09:30:00.000+00:00'],
  },
  'fhirpath 5.2.2': {
    'begins before it ends': [true],
    'the same, end written out': [true],
    'a day later': ['2026-03-03T09:00:00-00:00'],
    'half an hour after 10:00:00Z': ['2026-03-02T10:30:00-00:00'],
    'half an hour after 10:00:00.000Z': ['2026-03-02T10:30:00-00:00'],
    'half an hour after 10:00:00+01:00': ['2026-03-02T09:30:00-00:00'],
    'half an hour after 10:00:00.000+01:00': ['2026-03-02T09:30:00-00:00'],
  },
};
console.log('expected true, true, 10:00+01:00 of 3 March, and half an hour after each of the four');
for (const [name, answers] of Object.entries(seen)) console.log('seen    ', name, JSON.stringify(answers));
process.exitCode = JSON.stringify(seen) === JSON.stringify(recorded) ? 0 : 1;
JS
node try.mjs
