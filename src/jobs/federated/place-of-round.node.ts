import { join } from 'node:path';
import type { SubjectKey } from '../../core/registry/subjects/subject-digest.node.ts';
import { folderKey } from '../dataset/subject-keys.node.ts';
import type { FederationFile } from './federation-file.ts';

/** What a site keeps of a federation from one round to the next. */
export interface RoundPlace {
  readonly dir: string;
  /** A line of JSON a round. */
  readonly ledger: string;
  /** A stopped round, until it has ended. */
  readonly checkpointOf: (weightsSha256: string) => string;
  /** Under which the ledger remembers children. Made at first need. */
  readonly key: () => SubjectKey;
}

/** Within the site's folder of data; beside the federation file, where it names none. */
export function placeOfRound(file: string, { data }: Pick<FederationFile, 'data'>): RoundPlace {
  const dir = data === null ? `${file}.kept` : join(data, 'federation');
  return {
    dir,
    ledger: join(dir, 'rounds.jsonl'),
    checkpointOf: (weightsSha256) => join(dir, `stopped-${weightsSha256.slice(0, 16)}`),
    key: () => folderKey(data ?? dir),
  };
}
