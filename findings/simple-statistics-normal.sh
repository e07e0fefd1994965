#!/usr/bin/env bash
# simple-statistics: the normal distribution of an interval and of a p-value.
#
# Guess: probit(0.975) is 1.960, to three decimals.
# Seen:  7.12.1: 1.957, and 2.569 for 2.576: 99 % intervals come out too narrow. cumulativeStdNormalProbability reads a
#        printed table: two decimals of z, four of p, and 0.999 for every z from 3.1 on, so that no two-sided p-value can
#        be below 0.002.
# Who meets it: research staff and reviewers who recompute intervals or compare two models in JavaScript; a p-value of
#        0.0001 comes out as 0.002 for any difference however large.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts simple-statistics@7.12.1

cat > try.mjs <<'JS'
import { cumulativeStdNormalProbability, probit } from 'simple-statistics';

const twoSided = (z) => Number((2 * (1 - cumulativeStdNormalProbability(z))).toFixed(6));
const seen = [probit(0.975).toFixed(3), probit(0.995).toFixed(3), twoSided(3.5), twoSided(5)];
console.log('version  simple-statistics 7.12.1');
console.log('expected 1.960 2.576 0.000465 0.000001 (probit 0.975 and 0.995, two-sided p of z = 3.5 and 5)');
console.log('seen    ', seen.join(' '));
process.exitCode = seen.join(' ') === '1.957 2.569 0.002 0.002' ? 0 : 1;
JS
node try.mjs
