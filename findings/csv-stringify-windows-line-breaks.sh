#!/usr/bin/env bash
# csv-stringify and a cell with a line break, in a table written with Windows line ends.
#
# Guess: such a cell is quoted whatever the records end with, as RFC 4180 wants it.
# Seen:  csv-stringify 6.9.0 with record_delimiter "windows" (or "\r\n") quotes no cell for a line feed or a carriage
#        return alone: it looks for the record delimiter only. Two records become three lines, and Python's csv reads the
#        second half of a note as a row of its own. With the default delimiter the same cell is quoted.
# Who meets it: everybody who writes notes of people into a CSV for Excel and takes Windows line ends to be kind to it.
#        quoted_match: /[\r\n]/ (or quoted_string: true) quotes what has to be.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit csv-stringify@6.9.0

cat > write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';

const rows = [
  ['at_ms', 'note'],
  [1000, 'slept\nthen woke'],
];
writeFileSync('default.csv', stringify(rows));
writeFileSync('windows.csv', stringify(rows, { record_delimiter: 'windows' }));
writeFileSync('mended.csv', stringify(rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/ }));
JS
node write.mjs

cat > read.py <<'PY'
import csv

read = {}
for name in ("default", "windows", "mended"):
    with open(f"{name}.csv", newline="") as file:
        read[name] = list(csv.reader(file))
    print(f"{name:8}", read[name])
whole = [["at_ms", "note"], ["1000", "slept\nthen woke"]]
torn = [["at_ms", "note"], ["1000", "slept"], ["then woke"]]
print("expected", whole)
raise SystemExit(read != {"default": whole, "windows": torn, "mended": whole})
PY
python3 read.py
