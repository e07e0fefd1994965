import { createRequire } from 'node:module';
import './register-gradients.node.ts';
import * as tf from '@tensorflow/tfjs-core';
import { failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import type { Engine, EngineStart } from './engine.ts';
import { adapterName, isSoftwareAdapter } from './webgpu/adapter.ts';
import { loadDawn, requestAdapter } from './webgpu/dawn.node.ts';
import { probeAdapter } from './webgpu/probe-adapter.node.ts';
import { watchDevice } from './webgpu/watch-device.node.ts';

export interface WebgpuOptions {
  /** Takes a driver that computes on the processor: for tests of correctness on machines without a GPU. */
  readonly allowSoftwareAdapter: boolean;
}

/**
 * Starts TensorFlow.js on WebGPU under Node, by Dawn: any GPU with a Vulkan, Metal or Direct3D 12 driver.
 *
 * The device is asked for here rather than by the backend, so that somebody listens when it fails; see `Engine.failure`.
 * Tensors must be read by `data()`: `dataSync()` does not work on a GPU.
 *
 * @throws Error if the GPU is there but the backend does not start.
 */
export async function startWebgpu({ allowSoftwareAdapter }: WebgpuOptions): Promise<EngineStart> {
  const finding = await probeAdapter();
  if (finding.kind === 'absent') return finding;
  if (isSoftwareAdapter(finding.adapter) && !allowSoftwareAdapter) {
    return { kind: 'absent', why: failure('engine.software-only', { adapter: adapterName(finding.adapter) }) };
  }
  running ??= startDevice();
  const engine = await running;
  // False, without an error, is how the library says that it goes on computing elsewhere.
  if (!(await tf.setBackend('webgpu'))) throw new Error('the webgpu backend of TensorFlow.js did not start');
  return { kind: 'started', engine };
}

/** A process has one device: a second one would not know the first one's tensors. */
let running: Promise<Engine> | undefined;

async function startDevice(): Promise<Engine> {
  const dawn = await loadDawn();
  if (dawn.kind === 'absent') throw new FailureError(dawn.why);
  const adapter = await requestAdapter(dawn.gpu);
  if (!adapter) throw new Error('the GPU that was there a moment ago is gone; is it in use elsewhere?');
  const device = await adapter.requestDevice({
    requiredLimits: Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]])),
  });
  const lastFailure = watchDevice(device);
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  tf.enableProdMode();
  // The package has registered a backend of its own, which would ask for a device that nobody watches.
  tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  const name = adapterName(adapter.info);
  return {
    name: 'webgpu',
    device: failure('engine.gpu', { gpu: name }),
    versions: {
      webgpu: versionOf('webgpu'),
      '@tensorflow/tfjs-backend-webgpu': versionOf('@tensorflow/tfjs-backend-webgpu'),
      '@tensorflow/tfjs-core': tf.version_core,
      // Another GPU or driver rounds differently.
      adapter: `${adapter.info.vendor} ${adapter.info.architecture}, ${name}`,
    },
    threads: 1,
    failure: lastFailure,
  };
}

/** What the kernels may need more of than the least that WebGPU promises; taken as high as the adapter goes. */
const LIMITS = [
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
] as const;

function versionOf(packageName: string): string {
  const { version } = createRequire(import.meta.url)(`${packageName}/package.json`) as { version: string };
  return version;
}
