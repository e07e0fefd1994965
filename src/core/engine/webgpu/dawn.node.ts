import type {} from 'webgpu';
import { type Failure, failure } from '../../words/failure.ts';

/** WebGPU by Dawn, or why it is not here. */
export type DawnLoad =
  | { readonly kind: 'loaded'; readonly gpu: GPU }
  | { readonly kind: 'absent'; readonly why: Failure };

/**
 * Loads Dawn and puts WebGPU where the web has it: `navigator.gpu` and the global constants. TensorFlow.js looks for
 * both when its backend is imported, so this comes first.
 */
export async function loadDawn(): Promise<DawnLoad> {
  try {
    const { create, globals } = await import('webgpu');
    const gpu = create([]);
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu, configurable: true });
    return { kind: 'loaded', gpu };
  } catch (error) {
    const place = `${process.platform} ${process.arch}`;
    const [cause = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'absent', why: failure('engine.no-build', { place, cause }) };
  }
}

/** @returns The adapter that a training would get, or null where no driver offers one. */
export function requestAdapter(gpu: GPU): Promise<GPUAdapter | null> {
  return gpu.requestAdapter({ powerPreference: 'high-performance' });
}
