/**
 * A program of its own: looks for a graphics adapter, computes with it once, and writes what it found as one line of
 * JSON. A driver that crashes or hangs takes this process with it, and not the one that asked.
 */
import { type Failure, failure } from '../../words/failure.ts';
import type { Adapter } from './adapter.ts';
import { loadDawn, requestAdapter } from './dawn.node.ts';

/** What the program writes. */
export type ProbeFinding =
  | { readonly kind: 'found'; readonly adapter: Adapter }
  | { readonly kind: 'absent'; readonly why: Failure };

async function probe(): Promise<ProbeFinding> {
  const dawn = await loadDawn();
  if (dawn.kind === 'absent') return dawn;
  const adapter = await requestAdapter(dawn.gpu);
  if (!adapter) return { kind: 'absent', why: failure('engine.no-driver') };
  if (!(await canReadBack(adapter))) return { kind: 'absent', why: failure('engine.no-reading-back') };
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  return { kind: 'found', adapter: { vendor, architecture, device, description, isFallbackAdapter } };
}

/** Some hosts forbid memory that is shared with a driver; a training would end at its first step. */
async function canReadBack(adapter: GPUAdapter): Promise<boolean> {
  const device = await adapter.requestDevice();
  const written = Float32Array.of(1, 2, 3, 4);
  const buffer = device.createBuffer({
    size: written.byteLength,
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  device.queue.writeBuffer(buffer, 0, written);
  try {
    await buffer.mapAsync(GPUMapMode.READ);
    return new Float32Array(buffer.getMappedRange()).every((each, i) => each === written[i]);
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    device.destroy();
  }
}

console.log(JSON.stringify(await probe()));
