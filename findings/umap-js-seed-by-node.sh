#!/usr/bin/env bash
# umap-js with a seeded random: the same map on another version of Node.
#
# Guess: with `random` seeded and the same pinned version, the map is the same on every machine with the same processor.
# Seen:  it is the same twice within one Node, and another one on Node 20 and on Node 24: points lie a fifth of the map apart. Math.pow
#        rounds its last bit otherwise (exp, log and sqrt do not), and the optimisation makes a difference of 1e-16 grow.
# Who meets it: who puts a map into a report and promises that seed and version make it again: the engine under it counts too
#        (Electron brings Node's engine with it and changes it with every release), so it belongs in the caption.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts umap-js@1.4.0
mkdir n20 n24
npm install --silent --no-audit --no-fund --prefix n20 node@20.20.0
npm install --silent --no-audit --no-fund --prefix n24 node@24.21.0

cat > map.cjs <<'JS'
const { UMAP } = require('umap-js');
let state = 7;
/** Uniform in [0, 1), seeded (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const data = Array.from({ length: 300 }, (_, i) => Array.from({ length: 8 }, (_, d) => (i % 3 === d ? 4 : 0) + random()));
console.log(JSON.stringify(new UMAP({ random }).fit(data)));
JS
for run in a b; do
  n20/node_modules/.bin/node map.cjs >"20$run.json"
  n24/node_modules/.bin/node map.cjs >"24$run.json"
done

cat > compare.mjs <<'JS'
import { readFileSync } from 'node:fs';

const mapOf = (name) => JSON.parse(readFileSync(`${name}.json`, 'utf8'));
function apart(a, b) {
  const distances = a.map(([x, y], i) => Math.hypot(x - b[i][0], y - b[i][1])).sort((one, other) => one - other);
  const xs = a.map(([x]) => x);
  return distances[150] / (Math.max(...xs) - Math.min(...xs));
}
const within = [apart(mapOf('20a'), mapOf('20b')), apart(mapOf('24a'), mapOf('24b'))];
const between = apart(mapOf('20a'), mapOf('24a'));
console.log(`expected the same map: 0 apart`);
console.log(`within one Node ${within.join(' and ')}; Node 20.20.0 against 24.21.0: ${between.toFixed(2)} of the map's width (median point)`);
process.exitCode = within.every((each) => each === 0) && between > 0.01 ? 0 : 1;
JS
node compare.mjs
