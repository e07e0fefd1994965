import { listModels } from '../../../core/store/lab/models.node.ts';
import { listRuns } from '../../../core/store/lab/runs.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { modelIdOf } from '../../../jobs/train/model-config.ts';

/** What a number takes of the longest name. */
const NAME_LENGTH = 70;

/** The name, or the first of "name 2", "name 3"… whose model would not share its id with another. */
export function freeName(db: ReadableDb, name: string): string {
  const taken = new Set([
    ...listModels(db).map((model) => model.id),
    ...listRuns(db).map((run) => modelIdOf(run.name)),
  ]);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name.slice(0, NAME_LENGTH)} ${number}`;
    if (!taken.has(modelIdOf(candidate))) return candidate;
  }
}
