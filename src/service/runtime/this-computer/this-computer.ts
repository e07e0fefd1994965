import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { CallError } from '../../../contract/error.ts';
import type { FindComputerKey } from '../../../core/security/key-slots.node.ts';
import type { ComputerKey } from '../../../core/security/keys/slot.node.ts';
import { type Failure, failure, type PlainReason } from '../../../core/words/failure.ts';
import type { ComputerProblem, ComputerSecrets } from './computer-secrets.ts';
import { readThisComputerFile, type SealedSecret, writeThisComputerFile } from './this-computer-file.ts';

const SECRET_BYTES = 32;

const REASONS: Readonly<Record<ComputerProblem, PlainReason>> = {
  'plain-text': 'keys.computer-plain-text',
  none: 'keys.computer-none',
};

/** The secrets of this computer that passwords may need beside them: a file of the data folder and the keystore that opens it. */
export interface ThisComputer {
  /** Why no secret can be kept here; null where one can. */
  problem(): Promise<Failure | null>;
  /** The secret of an id, if this computer opens it. */
  readonly find: FindComputerKey;
  /**
   * Makes another secret, which the keystore has sealed and given back.
   *
   * @returns It, and what writes it to the file beside those that are there: right before a slot needs it, since what no slot needs is
   *   forgotten.
   * @throws CallError "conflict" in words, and so does what it returns; then the file is as it was.
   */
  make(): Promise<{ readonly key: ComputerKey; readonly keep: () => void }>;
  /** Forgets the secrets of other ids, and the file with the last. */
  keepOnly(ids: ReadonlySet<string>): void;
}

/** @param secrets The host's keystore, if it has one. */
export function thisComputer(file: string, secrets: ComputerSecrets | undefined): ThisComputer {
  const problem = async () => {
    if (!secrets) return failure('keys.computer-host');
    const found = await secrets.problem();
    return found && failure(REASONS[found]);
  };

  const find: FindComputerKey = async (id) => {
    const read = readThisComputerFile(file);
    const found = read.kind === 'read' ? read.secrets.find((each) => each.id === id) : undefined;
    const opened = found && (await secrets?.unseal(found.sealed));
    if (opened?.secret.length !== SECRET_BYTES) return null;
    if (opened.sealedAnew) replaceSealed(file, { id, sealed: opened.sealedAnew });
    return { id, secret: opened.secret };
  };

  return {
    problem,
    find,
    async make() {
      const found = await problem();
      if (found || !secrets) throw new CallError('conflict', found ?? failure('keys.computer-host'));
      const key = { id: crypto.randomUUID(), secret: new Uint8Array(randomBytes(SECRET_BYTES)) };
      const sealed = await sealedAndTried(secrets, key.secret);
      const keep = () => {
        const read = readThisComputerFile(file);
        if (read.kind === 'damaged') throw new CallError('conflict', failure('keys.computer-file', { file }));
        writeThisComputerFile(file, [...read.secrets, { id: key.id, sealed }]);
      };
      return { key, keep };
    },
    keepOnly(ids) {
      const read = readThisComputerFile(file);
      if (read.kind === 'damaged') return;
      const kept = read.secrets.filter(({ id }) => ids.has(id));
      if (kept.length === read.secrets.length) return;
      if (kept.length === 0) rmSync(file, { force: true });
      else writeThisComputerFile(file, kept);
    },
  };
}

/** What a keystore cannot give back would lock everybody out. */
async function sealedAndTried(secrets: ComputerSecrets, secret: Uint8Array): Promise<Uint8Array> {
  let found = 'it gave back something else';
  try {
    const sealed = await secrets.seal(secret);
    const opened = await secrets.unseal(sealed);
    if (opened && Buffer.from(opened.secret).equals(secret)) return sealed;
  } catch (error) {
    found = error instanceof Error ? error.message : String(error);
  }
  throw new CallError('conflict', failure('keys.computer-refused', { found }));
}

/** The keystore has another key by now, and may forget the one of before. A file that cannot be written stays as it is. */
function replaceSealed(file: string, anew: SealedSecret): void {
  try {
    const read = readThisComputerFile(file);
    if (read.kind === 'damaged') return;
    writeThisComputerFile(
      file,
      read.secrets.map((each) => (each.id === anew.id ? anew : each)),
    );
  } catch {
    // It is tried again at the next sign-in.
  }
}
