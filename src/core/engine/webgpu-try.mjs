import { createRequire } from 'node:module';
import { create, globals } from 'webgpu';

Object.assign(globalThis, globals);
const gpu = create([]);
Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu, configurable: true });
await import('@tensorflow/tfjs');
const tf = await import('@tensorflow/tfjs-core');
const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
tf.enableProdMode();
const adapter = await gpu.requestAdapter();
const l = adapter.limits;
const device = await adapter.requestDevice({
  requiredLimits: Object.fromEntries(
    [
      'maxComputeWorkgroupStorageSize',
      'maxComputeWorkgroupsPerDimension',
      'maxStorageBufferBindingSize',
      'maxBufferSize',
      'maxComputeWorkgroupSizeX',
      'maxComputeInvocationsPerWorkgroup',
    ].map((k) => [k, l[k]]),
  ),
});
console.log(l.maxStorageBufferBindingSize, l.maxBufferSize);
device.addEventListener('uncapturederror', (e) =>
  console.log('UNC', e.error.constructor.name, e.error.message.slice(0, 80)),
);
device.lost.then((i) => console.log('lost', i.reason));
tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info), 3);
console.log(await tf.setBackend('webgpu'), tf.getBackend());
const { gradientError } = await import('./gradient-self-check.ts');
const t = performance.now();
console.log('err', await gradientError(), performance.now() - t);
// error order
const x = tf.ones([1024, 1024, 70]); // 293MB
console.log('made');
const y = tf.mul(x, 2);
const d = await y.data();
console.log('data', d[0], d.length);
