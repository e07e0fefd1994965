import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileBinding, findCompiler } from './compile-binding.node.ts';
import { downloadWheel, findPip } from './download-wheel.node.ts';
import { engineFolder, type Receipt, receiptPath } from './engine-folder.node.ts';
import { unpackWheel } from './unpack-wheel.node.ts';
import { BYTES_NEEDED, type Flavour, TENSORFLOW_VERSION, WHEELS } from './wheels.ts';

export interface InstallProgress {
  /** What is being done, for people. */
  readonly stage: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

interface InstallOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: InstallProgress) => void;
}

const GIGABYTE = 1e9;

/**
 * Installs the tensorflow engine: fetches the pinned wheels by pip, checks them, unpacks what is needed, compiles the
 * binding. What an interrupted installation had finished is not done again. The engine becomes visible with its last
 * step; whoever calls checks its gradients then.
 *
 * @returns The engine's folder.
 * @throws Error that says what is missing (pip, a compiler, room on the disk, this kind of machine) and what to do.
 */
export async function installEngine(flavour: Flavour, { signal, onProgress }: InstallOptions): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `the tensorflow engine is made for Linux x64; this is ${process.platform} ${process.arch}. Training runs on webgpu or wasm here`,
    );
  }
  // Asked first, so that nobody waits for a download that nothing can be made of.
  const [pip, compiler] = [await findPip(), await findCompiler()];
  const dir = engineFolder(flavour);
  const downloads = join(dir, 'download');
  await mkdir(downloads, { recursive: true });
  await requireRoom(dir, flavour);
  await rm(receiptPath(dir), { force: true });

  for (const wheel of WHEELS[flavour]) {
    const tell = (verb: string) => (doneBytes: number, totalBytes: number) =>
      onProgress({ stage: `${verb} ${wheel.project} ${wheel.version}`, doneBytes, totalBytes });
    const file = await downloadWheel(pip, wheel, downloads, { signal, onProgress: tell('Fetching') });
    await unpackWheel(file, dir, { signal, onProgress: tell('Unpacking') });
  }
  onProgress({ stage: `Compiling the binding with ${compiler}`, doneBytes: 0, totalBytes: 0 });
  await compileBinding(compiler, dir, { signal });
  const { version } = createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu/package.json') as { version: string };
  const receipt: Receipt = { flavour, tensorflow: TENSORFLOW_VERSION, tfjsNode: version };
  await writeFile(receiptPath(dir), `${JSON.stringify(receipt, null, 2)}\n`);
  await rm(downloads, { recursive: true });
  return dir;
}

/** Room is asked for in full, as if nothing lay there yet: files that do are a part of what it counts as taken. */
async function requireRoom(dir: string, flavour: Flavour): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  if (free >= BYTES_NEEDED[flavour]) return;
  const inGigabytes = (bytes: number) => (bytes / GIGABYTE).toFixed(1);
  throw new Error(
    `the ${flavour} engine needs ${inGigabytes(BYTES_NEEDED[flavour])} GB while it is installed; the disk of ${dir} has ` +
      `${inGigabytes(free)} GB left: free some, or set FACEWARD_ENGINE_DIR to a folder on another disk`,
  );
}
