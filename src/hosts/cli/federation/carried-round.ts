import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPrivateKey, readPublicKeyPem } from '../../../core/security/signature.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { RoundAnswer } from '../../../jobs/federated/federated-round.node.ts';
import {
  openRound,
  packRound,
  type RoundHeader,
  type SignedHeader,
  signRound,
} from '../../../jobs/federated/round-file.node.ts';
import { RoundRefused } from '../../../jobs/federated/round-refused.ts';
import { sha256Of } from '../../../jobs/federated/round-weights.node.ts';
import { Misuse } from '../misuse.ts';
import { signIn } from '../sign-in.ts';
import { sayBeside } from '../terminal.ts';

/** How a round comes and goes where there is no network. */
export interface CarriedOptions {
  /** A signed file that came. */
  readonly import?: string;
  /** The key of whoever signed it, PEM. */
  readonly trust?: string;
  /** A signed file to write. */
  readonly export?: string;
  /** A private key to sign with, PEM; a site signs with its own. */
  readonly key?: string;
  /** Who signs in to have the site's key used. */
  readonly user?: string;
}

type Wanted = Pick<RoundHeader, 'kind' | 'task' | 'round'>;

/**
 * Lays the weights of a signed file where a round reads them, once the file was found to be what was asked for. Dispose it
 * when the round is done.
 *
 * @throws RoundRefused "round-file"; Misuse where nobody says whose signature is trusted.
 */
export function receiveRound({ import: file, trust }: CarriedOptions, wanted: Wanted) {
  if (file === undefined || trust === undefined) throw new Misuse('--import and --trust were expected together.');
  const key = readPublicKeyPem(readFileSync(trust, 'utf8'));
  if (!key) throw new Misuse(`--trust: a public key (Ed25519, PEM) was expected; ${trust} holds none`);
  const { header, weights } = openRound(readFileSync(file), { key, ...wanted });
  const dir = mkdtempSync(join(tmpdir(), 'faceward-round-'));
  return {
    header,
    weights,
    dir,
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Signs what a round made and writes it as one file: with the site's key where the folder of data is a site, else with `--key`. */
export async function sendRound(
  options: CarriedOptions,
  answer: RoundAnswer,
  weights: Uint8Array,
  siteDir: string | null,
): Promise<void> {
  const { task, round, weightsSha256 } = answer;
  const told = JSON.parse(JSON.stringify(answer));
  const signed =
    siteDir === null
      ? signWith(options.key, { kind: 'answer', task, round, weightsSha256, answer: told })
      : await signBySite(siteDir, options.user, { task, round, weightsSha256, answer: told });
  await writeFile(options.export!, packRound(signed, weights), { mode: 0o600 });
}

/** What a coordinator hands out: weights, signed with its own key. */
export async function handOut(options: CarriedOptions, weightsFile: string, wanted: Omit<Wanted, 'kind'>) {
  const weights = readFileSync(weightsFile);
  const weightsSha256 = sha256Of(weights);
  const signed = signWith(options.key, { kind: 'handed-out', ...wanted, weightsSha256, answer: null });
  await writeFile(options.export!, packRound(signed, weights), { mode: 0o600 });
  return { ...wanted, weightsSha256 };
}

function signWith(
  keyFile: string | undefined,
  header: Omit<Parameters<typeof signRound>[0], 'madeAtIso'>,
): SignedHeader {
  if (keyFile === undefined) throw new Misuse('--key was expected: the private key to sign the round with.');
  const pem = readFileSync(keyFile, 'utf8');
  let key: ReturnType<typeof readPrivateKey>;
  try {
    key = readPrivateKey(pem);
  } catch (cause) {
    throw new RoundRefused('round-file', failure('federation.no-key', { file: keyFile }), { cause });
  }
  return signRound({ ...header, madeAtIso: new Date().toISOString() }, key);
}

async function signBySite(
  dataDir: string,
  user: string | undefined,
  made: { task: 'fit' | 'measure'; round: number; weightsSha256: string; answer: Record<string, never> },
): Promise<SignedHeader> {
  const { openService } = await import('../open-service.ts');
  const service = openService(dataDir, sayBeside);
  try {
    const caller = await signIn(service, { data: dataDir, ...(user === undefined ? {} : { user }) });
    return await service.call(caller, 'federation.signRound', made);
  } finally {
    await service.close();
  }
}
