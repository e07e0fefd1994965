#!/usr/bin/env bash
# simple-statistics: what a quantile is.
#
# Guess: quantile([1, 2, 3, 4], 0.25) is 1.5, the mean of two neighbours where the position is whole (type 2), as ever.
# Seen:  so up to 7.8.8. From 7.8.9, a patch version, it interpolates (type 7, numpy's default): 1.75, and the
#        interquartile range of the same four numbers is 1.5 where it was 2.
# Who meets it: research staff who take intervals from bootstrap draws with it, or compare a report of last year with the
#        same report made again: percentiles of few values move, and a range like "~7.8.0" in package.json lets them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  before@npm:simple-statistics@7.8.8 after@npm:simple-statistics@7.8.9 latest@npm:simple-statistics@7.12.1

cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';

const seen = {};
for (const name of ['before', 'after', 'latest']) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const { quantile, interquartileRange } = await import(name);
  seen[version] = [quantile([1, 2, 3, 4], 0.25), interquartileRange([1, 2, 3, 4])];
}
console.log('expected 1.5 and 2 in every version (first quartile, interquartile range)');
console.log('seen    ', JSON.stringify(seen));
const recorded = { '7.8.8': [1.5, 2], '7.8.9': [1.75, 1.5], '7.12.1': [1.75, 1.5] };
process.exitCode = JSON.stringify(seen) === JSON.stringify(recorded) ? 0 : 1;
JS
node try.mjs
