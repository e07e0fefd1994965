import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultDataDir } from '../data-folder.node.ts';
import { FLAVOURS, type Flavour, TENSORFLOW_VERSION } from './wheels.ts';

/** Beside TensorFlow's libraries, which it finds through $ORIGIN. */
export const BINDING_PATH = 'tensorflow/tfjs_binding.node';

/** Written last: a folder without it is an installation that was interrupted. */
const RECEIPT = 'engine.json';

const receiptSchema = z.object({ flavour: z.enum(FLAVOURS), tensorflow: z.string(), tfjsNode: z.string() });

export type Receipt = z.infer<typeof receiptSchema>;

export interface InstalledEngine extends Receipt {
  readonly dir: string;
}

/** Folder of one build of the engine: in the data folder, or where FACEWARD_ENGINE_DIR says. */
export function engineFolder(flavour: Flavour): string {
  const root = process.env.FACEWARD_ENGINE_DIR || join(defaultDataDir(process.platform, process.env), 'engine');
  return join(root, `tensorflow-${TENSORFLOW_VERSION}-${flavour}`);
}

export function receiptPath(dir: string): string {
  return join(dir, RECEIPT);
}

/**
 * The build of TensorFlow that is installed here, that for GPUs before that for the processor alone.
 *
 * @throws Error if a receipt cannot be read; the message says what to do.
 */
export function installedEngine(): InstalledEngine | null {
  for (const flavour of ['gpu', 'cpu'] as const) {
    const dir = engineFolder(flavour);
    if (existsSync(receiptPath(dir))) return { ...readReceipt(dir, flavour), dir };
  }
  return null;
}

function readReceipt(dir: string, flavour: Flavour): Receipt {
  try {
    return receiptSchema.parse(JSON.parse(readFileSync(receiptPath(dir), 'utf8')));
  } catch (cause) {
    throw new Error(`${receiptPath(dir)} is damaged; run "faceward engine install ${flavour}" again`, { cause });
  }
}
