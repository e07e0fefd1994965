#!/usr/bin/env bash
# Ten minutes at the most on a machine with an NVIDIA GPU: installs the gpu engine, shows that it computes on the device, trains
# 200 steps beside PyTorch on the same device, and reads faces by WebGPU. See README.md of the folder above.
#
# Ends with 0 where all of it ran, with 75 and one line that says why where there is no such machine and nothing was measured,
# with 124 where ten minutes did not suffice, and with anything else where something went wrong.
set -euo pipefail
cd "$(dirname "$0")/../.."

NOT_MEASURED=75

not_here() {
  echo "nothing was measured: $1"
  exit "$NOT_MEASURED"
}

[[ "$(uname -s) $(uname -m)" == 'Linux x86_64' ]] || not_here "the gpu engine is for Linux on x64; this is $(uname -s) on $(uname -m)"
command -v nvidia-smi > /dev/null || not_here 'no NVIDIA driver is installed here (there is no nvidia-smi)'
gpus=$(nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader 2>&1) ||
  not_here "the NVIDIA driver finds no GPU: ${gpus%%$'\n'*}"
[[ -n "$gpus" ]] || not_here 'the NVIDIA driver lists no GPU'

# Once more, with a clock.
[[ "${1:-}" == --go ]] || exec timeout 600 "$0" --go

node() { npx node "$@"; }

echo "GPU, driver, memory: $gpus"
echo '== the gpu engine: installed, its gradients checked'
npm run --silent faceward -- engine install gpu
echo '== on the device'
node bench/gpu/on-device.ts
echo '== 200 steps at batches of 256, beside PyTorch on the device; the aim is .8 of it'
node bench/training-speed.ts --engines tensorflow --batches 256 --threads "$(nproc)" --rounds 20 --steps 10 --pytorch-cuda
echo '== faces read by WebGPU, and on wasm beside it'
node bench/live-face.ts --engine webgpu
node bench/live-face.ts
