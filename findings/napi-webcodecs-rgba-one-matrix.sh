#!/usr/bin/env bash
# @napi-rs/webcodecs and a picture that says how its colours are coded: copyTo as RGBA.
#
# Guess: the picture's own matrix and range are heeded, as WebCodecs asks of a conversion: of Y 100, Cb 90, Cr 200, BT.709 of
#        full range makes 213, 73, 29.
# Seen:  1.3.1 gives the picture's colorSpace back as it was said, and converts every picture by BT.601 of limited range:
#        211, 52, 20 whatever is said. Green is 21 grey levels off.
#        BT.709 of limited range, as most films are, should make 227, 68, 18.
# Who meets it: whoever reads films under Node through it, most of which are BT.709: other colours than in a browser.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @napi-rs/webcodecs@1.3.1

cat > colours.mjs <<'JS'
import assert from 'node:assert/strict';
import { VideoFrame } from '@napi-rs/webcodecs';

const [side, y, cb, cr] = [16, 100, 90, 200];
const data = new Uint8Array((side * side * 3) / 2);
data.fill(y, 0, side * side).fill(cb, side * side, (side * side * 5) / 4).fill(cr, (side * side * 5) / 4);

/** By the matrix's shares of red and blue. */
function expected(kr, kb, fullRange) {
  const luma = fullRange ? y : ((y - 16) * 255) / 219;
  const [blue, red] = [cb - 128, cr - 128].map((each) => (fullRange ? each : (each * 255) / 224));
  const green = luma - (2 * kb * (1 - kb) * blue + 2 * kr * (1 - kr) * red) / (1 - kr - kb);
  return [luma + 2 * (1 - kr) * red, green, luma + 2 * (1 - kb) * blue].map(Math.round);
}

const seen = [];
for (const [matrix, kr, kb, fullRange] of [
  ['smpte170m', 0.299, 0.114, false],
  ['bt709', 0.2126, 0.0722, false],
  ['bt709', 0.2126, 0.0722, true],
  ['bt2020-ncl', 0.2627, 0.0593, false],
]) {
  const colorSpace = { matrix, fullRange };
  const frame = new VideoFrame(data, { format: 'I420', codedWidth: side, codedHeight: side, timestamp: 0, colorSpace });
  const rgba = new Uint8Array(frame.allocationSize({ format: 'RGBA' }));
  await frame.copyTo(rgba, { format: 'RGBA' });
  assert.deepEqual([frame.colorSpace.matrix, frame.colorSpace.fullRange], [matrix, fullRange]);
  frame.close();
  const got = [...rgba.subarray(0, 3)];
  console.log(matrix, fullRange ? 'full' : 'limited', 'expected', expected(kr, kb, fullRange).join(), 'got', got.join());
  seen.push(got.join());
}
assert.deepEqual(new Set(seen), new Set(['211,52,20']));
JS
node colours.mjs
