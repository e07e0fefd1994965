#!/usr/bin/env bash
# umap-js: placing new points in a map that is there already.
#
# Guess: transform() leaves the fitted map as it is, however many points are placed, and a fitted point placed again
#        comes out where it lies (umap-learn does so for its very own training data).
# Seen:  299 or 301 points placed in a map of 300 move none of it. Exactly 300, new or old, move every fitted point in place:
#        the array that getEmbedding() gave out before changes, and later transforms start from the moved map. A fitted point
#        placed again misses its place, by some .11 of the map's width. Nothing is said.
# Who meets it: who keeps a map of last year's faces and places this month's among them, in batches: the batch that happens
#        to be as large as the map scrambles what is on the screen, and distances to "the same child, then" with it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts umap-js@1.4.0

cat > try.mjs <<'JS'
import umap from 'umap-js';

/** Uniform in [0, 1), the same for the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
function points(count, seed) {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => Array.from({ length: 8 }, (_, d) => (i % 3 === d ? 4 : 0) + random()));
}
const copyOf = (map) => map.map((point) => [...point]);
const movedBy = (before, after) => before.map((point, i) => Math.hypot(point[0] - after[i][0], point[1] - after[i][1]));
const widthOf = (map) => Math.max(...map.map(([x]) => x)) - Math.min(...map.map(([x]) => x));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const fitted = points(300, 1);
const seen = {};
for (const [name, placed] of Object.entries({ '299 new': points(299, 2), '300 new': points(300, 2), '301 new': points(301, 2), '300 old': fitted })) {
  const umapOfFitted = new umap.UMAP({ random: randomOf(3) });
  const map = umapOfFitted.fit(fitted);
  const before = copyOf(map);
  const placements = umapOfFitted.transform(placed);
  const moved = movedBy(before, map).filter((distance) => distance > 0).length;
  const missed = name === '300 old' ? median(movedBy(before, placements)) / widthOf(before) : 0;
  seen[name] = { moved, missed };
  console.log(`${name}: ${moved} of 300 fitted points moved${name === '300 old' ? `; placed again, off by ${missed.toFixed(2)} of the width (median)` : ''}`);
}
console.log('expected: none moved, none off');
const asSeen = seen['299 new'].moved === 0 && seen['301 new'].moved === 0 && seen['300 new'].moved > 290 && seen['300 old'].moved > 290 && seen['300 old'].missed > 0.01;
process.exitCode = asSeen ? 0 : 1;
JS
node try.mjs
