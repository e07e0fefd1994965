import manifest from '../../../package.json' with { type: 'json' };
import type { Engine } from '../../core/engine/engine.ts';
import type { RunIdentity } from '../../core/training/checkpoint.ts';

/** The engine with this version of the program among its own, which may draw or compute otherwise, as another engine may. */
export function ofThisVersion(engine: Engine): Engine {
  return { ...engine, versions: { ...engine.versions, [manifest.name]: manifest.version } };
}

/** What a run must have in common with the one that it goes on with. */
export function identityOf(engine: Engine, splitHash: string): RunIdentity {
  const versions = Object.entries(engine.versions).map(([name, version]) => `${name} ${version}`);
  const { name, threads, workers = 1 } = engine;
  // An earlier version's workers took the loss of their own parts, which is another training.
  const together = workers > 1 ? `${workers} over whole batches` : workers;
  return { splitHash, engine: `${name} (${versions.sort().join(', ')}), threads ${threads}, workers ${together}` };
}
