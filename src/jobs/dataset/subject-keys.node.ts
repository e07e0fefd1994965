import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../core/engine/make-folder.node.ts';
import { type SubjectKeys, subjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';
import { keyedBy, makeSubjectSecret, type SubjectKey } from '../../core/registry/subjects/subject-digest.node.ts';

/** What a job says of the keys of subjects. */
export interface KeyPlace {
  /** The site's secret, out of its encrypted store; null at the command line, which opens no site. */
  readonly subjectSecret?: string | null;
  /** The site's folder of data; null keeps nothing. */
  readonly dataDir?: string | null;
}

/**
 * The keys that a job has. A site's own is in its encrypted store. The command line opens no site: its models are under a key
 * in the folder of data, which only the owner of that folder can read. Without such a folder the key is thrown away with
 * the run, and nobody can later tell whom its model has seen.
 */
export function keysFor({ subjectSecret = null, dataDir = null }: KeyPlace): SubjectKeys {
  if (subjectSecret !== null) {
    return subjectKeys(keyedBy(subjectSecret), dataDir !== null && isKeyKept(dataDir) ? [folderKey(dataDir)] : []);
  }
  return subjectKeys(dataDir === null ? keyedBy(makeSubjectSecret()) : folderKey(dataDir));
}

/** The key of a folder of data, made at first need. @throws RangeError if its file holds no key. */
export function folderKey(dataDir: string): SubjectKey {
  return keyedBy(folderSecret(dataDir));
}

/** What that key is made of: who has it can try codes. @throws As `folderKey`. */
export function folderSecret(dataDir: string): string {
  const file = fileOf(dataDir);
  if (!existsSync(file)) {
    makeFolder(dataDir, 0o700);
    try {
      // Not over one that another process has made meanwhile.
      writeFileSync(file, `${makeSubjectSecret()}\n`, { mode: 0o600, flag: 'wx' });
      chmodSync(file, 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  try {
    const secret = readFileSync(file, 'utf8').trim();
    keyedBy(secret);
    return secret;
  } catch (cause) {
    throw new RangeError(`${file} was expected to hold the key of subjects, 64 hexadecimal digits: put back a copy`, {
      cause,
    });
  }
}

/** Whether a folder of data has its key yet. */
export function isKeyKept(dataDir: string): boolean {
  return existsSync(fileOf(dataDir));
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'subject-key');
}
