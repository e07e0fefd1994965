#!/usr/bin/env bash
# TensorFlow.js: tf.image.rotateWithOffset and the middle of a picture.
#
# Guess: a positive angle turns counter-clockwise (it does), and a quarter turn about the default centre (0.5) gives the
#        same pixels in another order.
# Seen:  4.22.0: it loses a row and fills another; half a turn loses a row and a column. Pixels are counted at their
#        corners, so that the centre lies half a pixel to the right and below. With the centre (size - 1) / 2 / size the
#        turn is exact.
# Who meets it: research staff who set pictures upright that were taken lying, or average a model's answers over quarter
#        turns, on crops of 48 x 48 pixels: the face moves by a pixel, black comes in at an edge, and points of the face
#        turned by the usual formula no longer lie on it. (At the 10 degrees of an augmentation it is a tenth of a pixel.)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0

cat > try.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

const image = tf.range(1, 17).reshape([1, 4, 4, 1]);
const turned = (radians, centre) => Array.from(tf.image.rotateWithOffset(image, radians, 0, centre).dataSync()).join(' ');

tf.setBackend('cpu');
const quarter = '4 8 12 16 3 7 11 15 2 6 10 14 1 5 9 13';
const half = '16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1';
const seen = {
  quarter: turned(Math.PI / 2, 0.5),
  half: turned(Math.PI, 0.5),
  'quarter, centre 0.375': turned(Math.PI / 2, 0.375),
};
console.log(`version  tfjs ${tf.version.tfjs}`);
console.log('expected', JSON.stringify({ quarter, half, 'quarter, centre 0.375': quarter }));
console.log('seen    ', JSON.stringify(seen));
const isAsSeen =
  seen.quarter === '0 0 0 0 4 8 12 16 3 7 11 15 2 6 10 14' &&
  seen.half === '0 0 0 0 0 16 15 14 0 12 11 10 0 8 7 6' &&
  seen['quarter, centre 0.375'] === quarter;
process.exitCode = isAsSeen ? 0 : 1;
JS
node try.cjs
