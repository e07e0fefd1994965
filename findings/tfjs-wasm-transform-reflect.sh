#!/usr/bin/env bash
# TensorFlow.js: tf.image.transform with fill mode "reflect", which fills what a shift or rotation leaves open.
#
# Guess: the same on every backend, and what scipy and Keras call "reflect": (d c b a | a b c d | d c b a).
# Seen:  4.22.0: so on cpu. On wasm it is so to the right and below; to the left and above every open pixel gets the
#        value of the opposite edge. "nearest" and "constant" agree.
# Who meets it: research staff who augment faces by small shifts and rotations and train on wasm: each picture gets a
#        smear of its far side along two edges, the same picture trained elsewhere does not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0

cat > try.cjs <<'JS'
const tf = require('@tensorflow/tfjs');
require('@tensorflow/tfjs-backend-wasm');

/** Pixels 1 to 5 in a line, with room for two more at both ends. */
async function filled(mode, isUpright) {
  const shape = isUpright ? [1, 5, 1, 1] : [1, 1, 5, 1];
  const move = isUpright ? [1, 0, 0, 0, 1, -2, 0, 0] : [1, 0, -2, 0, 1, 0, 0, 0];
  const size = isUpright ? [9, 1] : [1, 9];
  const image = tf.range(1, 6).reshape(shape);
  return (await tf.image.transform(image, tf.tensor2d([move]), 'nearest', mode, 0, size).data()).join(' ');
}

const right = { reflect: '2 1 1 2 3 4 5 5 4', nearest: '1 1 1 2 3 4 5 5 5', constant: '0 0 1 2 3 4 5 0 0' };
const onWasm = { ...right, reflect: '5 5 1 2 3 4 5 5 4' };

async function main() {
  console.log(`version  tfjs ${tf.version.tfjs}`);
  for (const [backend, recorded] of Object.entries({ cpu: right, wasm: onWasm })) {
    if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend}`);
    for (const mode of Object.keys(right)) {
      const [across, down] = [await filled(mode, false), await filled(mode, true)];
      console.log(`${backend} ${mode}: expected ${right[mode]} seen ${across} (across) ${down} (down)`);
      if (across !== recorded[mode] || down !== recorded[mode]) process.exitCode = 1;
    }
  }
}
main();
JS
node try.cjs
