#!/usr/bin/env bash
# safetensors (Python, numpy side) and an array that was only transposed, not copied.
#
# Guess: save() writes the values that the array shows, whatever its strides; earlier versions copied it first.
# Seen:  0.8.0 writes the underlying buffer in its own order under the transposed shape. Nothing is raised, the shape is
#        right, and the weights are wrong. A slice with a step comes back as the first values instead. 0.7.0 is right.
# Who meets it: research staff who carry weights between TensorFlow.js (height, width, in, out) and PyTorch (out, in,
#        height, width) do exactly this: transpose, save. The model loads and answers nonsense. np.ascontiguousarray helps.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > try.py <<'PY'
import numpy as np
import safetensors
from safetensors.numpy import load, save

kernel = np.arange(6, dtype=np.float32).reshape(2, 3)
arrays = {"transposed": kernel.T, "every second": kernel.reshape(-1)[::2], "copied": np.ascontiguousarray(kernel.T)}
back = {name: load(save({"w": array}))["w"] for name, array in arrays.items()}
for name, array in arrays.items():
    print(f"safetensors {safetensors.__version__} {name}: expected {array.tolist()} seen {back[name].tolist()}")
right = {name: bool((back[name] == array).all()) for name, array in arrays.items()}
wrong_here = safetensors.__version__ == "0.8.0"
raise SystemExit(right != {"transposed": not wrong_here, "every second": not wrong_here, "copied": True})
PY

for version in 0.7.0 0.8.0; do
  python3 -m venv "venv-$version"
  "venv-$version/bin/pip" install --quiet --no-compile --disable-pip-version-check "safetensors==$version" numpy==2.4.6
  "venv-$version/bin/python" try.py
done
