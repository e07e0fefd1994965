#!/usr/bin/env bash
# Six months from the last day of August, by six libraries that reckon with durations as ISO 8601 writes them.
#
# Guess: 28 February of all that know months; aniso8601 has no months and takes 180 days, which is 27 February.
# Seen:  luxon 3.7.2, date-fns 4.4.0, dayjs 1.11.23 and isodate 0.7.2 say 28 February, aniso8601 10.0.1 the 27th. And
#        iso8601-duration 2.1.4 says 3 March: it lets the days that February lacks run over. One month from 31 January is 3
#        March as well.
# Who meets it: whoever computes from a protocol's "P6M" beside the program when a consent ends or what has to be erased.
#        Three days more of a picture is what nobody agreed to. The program asks for a consent's last day itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --no-compile --disable-pip-version-check isodate==0.7.2 aniso8601==10.0.1
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  iso8601-duration@2.1.4 luxon@3.7.2 date-fns@4.4.0 dayjs@1.11.23

cat > try.py <<'PY'
import datetime
import json
import sys

import aniso8601
import isodate

begin = datetime.datetime.fromisoformat(sys.argv[1])
ends = {
    "isodate": begin + isodate.parse_duration(sys.argv[2]),
    "aniso8601": begin + aniso8601.parse_duration(sys.argv[2]),
}
print(json.dumps({name: end.date().isoformat() for name, end in ends.items()}))
PY
cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { add } from 'date-fns';
import dayjs from 'dayjs';
import { end, parse } from 'iso8601-duration';
import { DateTime, Duration } from 'luxon';

const day = (date) => date.toISOString().slice(0, 10);

function endsOf(first, months) {
  const duration = `P${months}M`;
  const begin = new Date(`${first}T12:00:00Z`);
  const python = execFileSync('venv/bin/python', ['try.py', first, duration], { encoding: 'utf8' });
  return {
    luxon: DateTime.fromISO(first).plus(Duration.fromISO(duration)).toISODate(),
    'date-fns': day(add(begin, { months })),
    dayjs: day(dayjs(begin).add(months, 'month').toDate()),
    ...JSON.parse(python),
    'iso8601-duration': day(end(parse(duration), begin)),
  };
}

const seen = [endsOf('2025-08-31', 6), endsOf('2026-01-31', 1)];
const last = { luxon: '2026-02-28', 'date-fns': '2026-02-28', dayjs: '2026-02-28', isodate: '2026-02-28' };
const recorded = [
  { ...last, aniso8601: '2026-02-27', 'iso8601-duration': '2026-03-03' },
  { ...last, aniso8601: '2026-03-02', 'iso8601-duration': '2026-03-03' },
];
console.log('expected 2026-02-28 of all but aniso8601');
for (const ends of seen) console.log('seen    ', JSON.stringify(ends));
process.exitCode = JSON.stringify(seen) === JSON.stringify(recorded) ? 0 : 1;
JS
TZ=UTC node try.mjs
