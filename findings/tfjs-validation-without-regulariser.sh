#!/usr/bin/env bash
# TensorFlow.js layers: the loss of training and the loss of validation, where weights are regularised (L2).
#
# Guess: as in Keras: both, and evaluate(), hold the penalty, which is l2 times the sum of the squares.
# Seen:  4.22.0: fit's "loss" holds it; "val_loss" and evaluate() do not.
# Who meets it: research staff who train beside us in TensorFlow.js and compare curves with Keras or PyTorch, or stop early
#        by the distance between the two: validation looks better than training by the whole penalty, which shrinks as the
#        weights do.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0

cat > try.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

// One weight of 2, a penalty of 0.1 times its square, and data that are all zero: nothing but the penalty is left.
async function main() {
  tf.setBackend('cpu');
  const layer = tf.layers.dense({
    units: 1,
    inputShape: [1],
    useBias: false,
    kernelInitializer: tf.initializers.constant({ value: 2 }),
    kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }),
  });
  const model = tf.sequential({ layers: [layer] });
  model.compile({ optimizer: tf.train.sgd(0), loss: 'meanSquaredError' });
  const zeros = tf.zeros([2, 1]);
  const { history } = await model.fit(zeros, zeros, { epochs: 1, verbose: 0, validationData: [zeros, zeros] });
  const evaluated = await model.evaluate(zeros, zeros).data();
  const seen = [history.loss[0], history.val_loss[0], evaluated[0]].map((loss) => loss.toFixed(3)).join(' ');
  console.log(`version  tfjs ${tf.version.tfjs}`);
  console.log('expected 0.400 0.400 0.400 (loss, val_loss, evaluate)');
  console.log('seen    ', seen);
  process.exitCode = seen === '0.400 0.000 0.000' ? 0 : 1;
}
main();
JS
node try.cjs
