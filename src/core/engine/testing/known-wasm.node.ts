import { engineLooks } from '../engine-looks.node.ts';
import { startWasm } from '../wasm.node.ts';
import { wasmWorkerCount } from '../wasm-workers/worker-count.node.ts';

/** For tests: a folder of data that knows how fast wasm is, a speed that is made up, so that nothing measures it first. */
export async function knowWasm(dataDir: string): Promise<void> {
  const engine = await startWasm({ workers: wasmWorkerCount() });
  engineLooks(dataDir).keep(
    [{ name: 'wasm', kind: 'tried', engine, findings: { gradientError: 1e-6, imagesPerSecond: 20 } }],
    0,
  );
}
