#!/usr/bin/env bash
# TensorFlow.js: tf.math.confusionMatrix, of valid labels and of one that is out of range.
#
# Guess: it works on every backend, and a label that no class has is an error.
# Seen:  4.22.0: on wasm it works for nobody: it multiplies int32 matrices, which that backend refuses. On cpu a label out
#        of range is left out without a word: the matrix holds fewer images than there are.
# Who meets it: research staff who evaluate in TensorFlow.js beside us, without a GPU; and with seven emotions against a
#        dataset that numbers an eighth (contempt), where accuracy from the matrix comes out too high.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0

cat > try.cjs <<'JS'
const tf = require('@tensorflow/tfjs');
require('@tensorflow/tfjs-backend-wasm');

async function matrix(labels, predictions) {
  const ints = (values) => tf.tensor1d(values, 'int32');
  try {
    return (await tf.math.confusionMatrix(ints(labels), ints(predictions), 2).data()).join(' ');
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

async function main() {
  const seen = {};
  for (const backend of ['cpu', 'wasm']) {
    if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend}`);
    seen[backend] = { valid: await matrix([0, 1, 1], [0, 1, 0]), 'out of range': await matrix([0, 1, 2], [0, 1, 0]) };
  }
  console.log(`version  tfjs ${tf.version.tfjs}`);
  console.log('expected valid: 1 0 1 1 on both; out of range: an error that says so');
  console.log('seen    ', JSON.stringify(seen));
  const isAsSeen =
    seen.cpu.valid === '1 0 1 1' &&
    seen.cpu['out of range'] === '1 0 0 1' &&
    seen.wasm.valid.includes('BatchMatMul for non non-float32 tensors not yet supported');
  process.exitCode = isAsSeen ? 0 : 1;
}
main();
JS
node try.cjs
