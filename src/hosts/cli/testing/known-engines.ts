import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataDir } from '../../../core/engine/data-folder.node.ts';
import { knowWasm } from '../../../core/engine/testing/known-wasm.node.ts';
import { OWN_ENVIRONMENT } from './run-cli.ts';

/**
 * Lets commands of this test choose wasm without measuring it first, which takes longer than most of them: its speed is
 * made up and known, and no native engine is there. How engines are measured and chosen is tested in core/engine.
 */
export async function knowEngines(dataDir = defaultDataDir(process.platform, OWN_ENVIRONMENT)): Promise<void> {
  const noEngines = join(OWN_ENVIRONMENT.XDG_DATA_HOME, 'no-engines');
  mkdirSync(noEngines, { recursive: true });
  OWN_ENVIRONMENT.FACEWARD_ENGINE_DIR = noEngines;
  await knowWasm(dataDir);
}
