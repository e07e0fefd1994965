import type { EngineChoice } from '../../core/engine/engine.ts';
import { startEngine } from '../../core/training/start-engine/start-engine.node.ts';
import type { FederationFile } from './federation-file.ts';

/** Threads are the file's own where it says how many: a round shares the machine with a ward. */
export async function startRoundEngine({ engine, threads, data }: FederationFile): Promise<EngineChoice> {
  if (threads !== null) {
    process.env.TF_NUM_INTRAOP_THREADS = String(threads);
    process.env.FACEWARD_WASM_WORKERS = String(threads);
  }
  return await startEngine({ requested: engine ?? undefined, dataDir: data });
}
