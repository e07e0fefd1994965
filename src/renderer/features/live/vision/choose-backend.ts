import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { type FaceNets, loadFaceNets } from '../../../../core/capture/nets/face-nets.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';

/**
 * Chooses what the nets run on, by measuring: a real GPU through WebGPU or WebGL where there is one, else WebAssembly.
 *
 * A GPU that is only imitated in software is 10 to 30 times slower than WebAssembly, so it is not even tried.
 */

type BackendName = 'webgpu' | 'webgl' | 'wasm';

export interface BackendChoice {
  readonly name: BackendName;
  /** Why this one: a sentence for the screen. */
  readonly reason: string;
  /** Time of one face search, median of three. */
  readonly detectMs: number;
}

/** Names of software that poses as a GPU. */
const SOFTWARE_GPU = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

/** Any picture takes the nets the same time, so an empty one serves. */
const PROBE_FRAME = { widthPx: 320, heightPx: 240, channels: 4, data: new Uint8Array(320 * 240 * 4) } as const;

const PROBE_RUNS = 3;

export interface ReadyNets {
  readonly choice: BackendChoice;
  /** Loaded on the chosen backend; the caller disposes. */
  readonly nets: FaceNets;
}

/**
 * Sets the fastest backend and loads the face nets on it.
 *
 * @param readWeights Gives the bytes of a file of the face nets' weights by its name.
 * @throws FailureError when not even WebAssembly works.
 */
export async function chooseBackend(readWeights: (fileName: string) => Promise<Uint8Array>): Promise<ReadyNets> {
  const gpu = await findGpu();
  const wasm = await measure('wasm', readWeights);
  if (!wasm) throw new FailureError(failure('window.no-simd'));
  if (!gpu.name) return chosen(wasm, gpu.reason);

  const onGpu = await measure(gpu.name, readWeights);
  if (!onGpu) {
    await use('wasm');
    return chosen(wasm, `${gpu.reason}, but ${gpu.name} did not start on it`);
  }
  const against = `${onGpu.detectMs.toFixed(0)} ms on ${gpu.reason}, ${wasm.detectMs.toFixed(0)} ms on the processor`;
  const [winner, loser] = onGpu.detectMs < wasm.detectMs ? [onGpu, wasm] : [wasm, onGpu];
  await use(loser.name);
  loser.nets.dispose();
  await use(winner.name);
  return chosen(winner, against);
}

interface Measured {
  readonly name: BackendName;
  readonly nets: FaceNets;
  readonly detectMs: number;
}

function chosen({ name, nets, detectMs }: Measured, reason: string): ReadyNets {
  return { choice: { name, reason, detectMs }, nets };
}

/** Null when the backend does not start. */
async function measure(
  name: BackendName,
  readWeights: (fileName: string) => Promise<Uint8Array>,
): Promise<Measured | null> {
  if (!(await use(name))) return null;
  const nets = await loadFaceNets(readWeights);
  await nets.detect(PROBE_FRAME); // compiles
  const times: number[] = [];
  for (let run = 0; run < PROBE_RUNS; run++) {
    const fromMs = performance.now();
    await nets.detect(PROBE_FRAME);
    times.push(performance.now() - fromMs);
  }
  return { name, nets, detectMs: times.sort((a, b) => a - b)[1]! };
}

/** @returns False when it does not start; setBackend says so by its value, without throwing. */
async function use(name: BackendName): Promise<boolean> {
  if (name === 'wasm') {
    setWasmPaths('/wasm/');
    // The threaded build starts its workers from blob: addresses, which the content security policy refuses.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  // Large, and most bedside machines never need it.
  if (name === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  // Leaves out the library's checks of every value.
  tf.enableProdMode();
  if (!(await tf.setBackend(name))) return false;
  await tf.ready();
  return true;
}

interface Gpu {
  /** Null when there is none to use. */
  readonly name: 'webgpu' | 'webgl' | null;
  /** What was found. */
  readonly reason: string;
}

/** The parts of WebGPU that are used here; the DOM types do not have it yet. */
interface GpuNavigator {
  readonly gpu?: {
    requestAdapter(): Promise<{
      readonly info: { vendor: string; architecture: string; description: string; isFallbackAdapter?: boolean };
    } | null>;
  };
}

async function findGpu(): Promise<Gpu> {
  const adapter = await (navigator as GpuNavigator).gpu?.requestAdapter();
  if (adapter) {
    const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
    const words = [vendor, architecture, description].filter(Boolean).join(' ') || 'a GPU';
    if (!isFallbackAdapter && !SOFTWARE_GPU.test(words)) return { name: 'webgpu', reason: words };
  }
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return { name: null, reason: 'no GPU was found' };
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (SOFTWARE_GPU.test(renderer)) return { name: null, reason: 'the GPU here is only imitated by software' };
  return { name: 'webgl', reason: renderer };
}
