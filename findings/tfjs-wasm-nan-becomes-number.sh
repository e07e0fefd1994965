#!/usr/bin/env bash
# TensorFlow.js: what becomes of a NaN in a net, on the cpu and on the wasm backend.
#
# Guess: on wasm tf.relu and tf.max lose it, as max(x, 0) in machine code does, and so does clipByValue; all else keeps it,
#        so that one forgotten NaN reaches the loss.
# Seen:  4.22.0: tf.relu and tf.max keep it. On wasm it is lost in clipByValue, but also in relu6, in maximum (where it
#        stands second), and in a convolution or matrix product with a fused relu, which is the same relu for a faster
#        net. avgPool makes -Infinity of it.
# Who meets it: research staff who train without a GPU, where wasm is the engine: a layer whose weights have become NaN
#        answers with zeros, and the loss goes on being a number. Look at the weights, not only at the loss.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0

cat > try.cjs <<'JS'
const tf = require('@tensorflow/tfjs');
require('@tensorflow/tfjs-backend-wasm');

const one = (value) => tf.tensor4d([value], [1, 1, 1, 1]);
const operations = {
  relu: () => tf.relu(one(NaN)),
  relu6: () => tf.relu6(one(NaN)),
  clipByValue: () => tf.clipByValue(one(NaN), 0, 1),
  max: () => tf.max(tf.tensor1d([1, NaN])),
  'maximum(1, NaN)': () => tf.maximum(one(1), one(NaN)),
  'conv2d + relu': () => tf.fused.conv2d({ x: one(NaN), filter: one(1), strides: 1, pad: 'same', activation: 'relu' }),
  'matMul + relu': () => tf.fused.matMul({ a: tf.tensor2d([[NaN]]), b: tf.tensor2d([[1]]), activation: 'relu' }),
  'matMul, then relu': () => tf.relu(tf.matMul(tf.tensor2d([[NaN]]), tf.tensor2d([[1]]))),
  avgPool: () => tf.avgPool(tf.tensor4d([1, NaN, 3, 4], [1, 2, 2, 1]), 2, 2, 'valid'),
};
const recorded = {
  relu: 'NaN NaN',
  relu6: 'NaN 0',
  clipByValue: 'NaN 0',
  max: 'NaN NaN',
  'maximum(1, NaN)': 'NaN 1',
  'conv2d + relu': 'NaN 0',
  'matMul + relu': 'NaN 0',
  'matMul, then relu': 'NaN NaN',
  avgPool: 'NaN -Infinity',
};

async function main() {
  const seen = Object.fromEntries(Object.keys(operations).map((name) => [name, []]));
  for (const backend of ['cpu', 'wasm']) {
    if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend}`);
    for (const [name, operation] of Object.entries(operations)) seen[name].push((await operation().data())[0]);
  }
  console.log(`version  tfjs ${tf.version.tfjs}`);
  console.log('expected NaN on cpu and wasm, but for relu, max and clipByValue on wasm');
  for (const [name, values] of Object.entries(seen)) console.log(`seen     ${name}: cpu, wasm = ${values.join(' ')}`);
  process.exitCode = Object.entries(recorded).every(([name, values]) => seen[name].join(' ') === values) ? 0 : 1;
}
main();
JS
node try.cjs
