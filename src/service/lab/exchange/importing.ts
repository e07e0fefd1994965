import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output, ParsedInput } from '../../../contract/contract.ts';
import { CallError } from '../../../contract/error.ts';
import type { ReceivedModel } from '../../../contract/model-life/model-exchange.ts';
import { EXCHANGE_VERSION, NEEDED_FILES } from '../../../core/registry/exchange/manifest.ts';
import { type ModelFileVerdict, openModelFile } from '../../../core/registry/exchange/model-file.node.ts';
import { type ModelConfig, parseModelConfig } from '../../../core/registry/model-config.ts';
import { readModel } from '../../../core/registry/model-folder.node.ts';
import { addKnownSite, addModelImport, listKnownSites } from '../../../core/store/lab/model-exchange.node.ts';
import { addModel, findModel } from '../../../core/store/lab/models.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { SignedInContext } from '../../runtime/call-context.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { ensureReportSecrets } from '../../runtime/records/report-secrets.ts';
import { modelNameTaken } from '../add-candidate.ts';
import { describeModel } from '../models.ts';
import { forgetReceived, receivedFile } from './received-files.ts';

type SignedModel = Extract<ModelFileVerdict, { kind: 'signed' }>;

/** @throws CallError saying what is wrong with the file. */
export async function inspectModel(context: SignedInContext): Promise<ReceivedModel> {
  const signed = await openSigned(receivedFile(context.callerState));
  return describeReceived(context.db, signed, configOf(signed));
}

/**
 * Takes a model in as a candidate. It is compared on this site's images before anybody may approve it: the comparison that
 * came with it is with another site's model.
 *
 * @throws CallError if the file is not as it was signed, or its site is not known and was not confirmed.
 */
export async function importModel(
  context: SignedInContext,
  { confirmedFingerprint }: ParsedInput<'modelExchange.import'>,
): Promise<Output<'modelExchange.import'>> {
  const { callerState, db, runtime, site, user, now } = context;
  const signed = await openSigned(receivedFile(callerState));
  const { manifest, key } = signed;
  const received = describeReceived(db, signed, configOf(signed));
  const { modelId: id, version, standing, fingerprint } = received;
  if (standing === 'key-changed') {
    const known = listKnownSites(db).find(({ name }) => sameName(name, manifest.site.name));
    throw new CallError(
      'conflict',
      failure('exchange.key-changed', { site: manifest.site.name, fingerprint, by: known?.confirmedBy ?? '' }),
    );
  }
  if (standing === 'unknown' && confirmedFingerprint !== fingerprint) {
    throw new CallError('conflict', failure('exchange.unknown-site', { site: manifest.site.name, fingerprint }));
  }
  if (received.nameTaken) throw modelNameTaken(id);

  const dir = join(site.folder.modelsDir, id);
  const digest = await layDown(signed, dir);
  const nowIso = now.toISOString();
  const stored = inTransaction(db, () => {
    if (standing === 'unknown') {
      addKnownSite(db, {
        name: manifest.site.name,
        publicKey: key.text,
        confirmedBy: user.name,
        confirmedAtIso: nowIso,
      });
      recordAction(context, 'models.confirmSite', `${manifest.site.name}: ${fingerprint}`);
    }
    const entered = { id, version, dir: id, digest, createdAtIso: configOf(signed).createdAtIso } as const;
    const added = addModel(db, { ...entered, origin: 'imported', comparison: null, proposedBy: user.id });
    if (added.kind === 'id-taken') throw modelNameTaken(id);
    const { statement } = manifest.consent;
    addModelImport(db, {
      modelId: id,
      siteName: manifest.site.name,
      publicKey: key.text,
      statement,
      importedAtIso: nowIso,
    });
    recordAction(context, 'models.import', `${id} of ${manifest.site.name}, SHA-256 ${digest}`);
    return added.model;
  });
  forgetReceived(callerState);
  runtime.events.emit('models.changed', {});
  return await describeModel(runtime, site, stored);
}

async function openSigned(archive: Uint8Array): Promise<SignedModel> {
  const verdict = await openModelFile(archive);
  switch (verdict.kind) {
    case 'signed':
      return verdict;
    case 'newer':
      throw new CallError('conflict', failure('exchange.newer', { found: verdict.version, known: EXCHANGE_VERSION }));
    case 'changed':
      throw new CallError('conflict', failure('exchange.changed', { file: verdict.name }));
    case 'unwanted':
      throw new CallError('conflict', failure('exchange.unwanted', { file: verdict.name }));
    case 'not-a-model-file':
      throw new CallError('invalid-input', failure('exchange.not-a-model-file'));
  }
}

/** @throws CallError for a config that this version cannot read, or that is of another model than was signed for. */
function configOf({ files, manifest }: SignedModel): ModelConfig {
  let config: ModelConfig;
  try {
    config = parseModelConfig(Buffer.from(files['config.json']!).toString('utf8'));
  } catch (cause) {
    throw new CallError('conflict', failure('exchange.config'), { cause });
  }
  if (config.id !== manifest.model.id)
    throw new CallError('conflict', failure('exchange.changed', { file: 'config.json' }));
  return config;
}

function describeReceived(
  db: WritableDb,
  { manifest, key }: SignedModel,
  { id, version, testedOn }: ModelConfig,
): ReceivedModel {
  return {
    modelId: id,
    version,
    siteName: manifest.site.name,
    fingerprint: key.fingerprint,
    standing: standingOf(db, manifest.site.name, key.text),
    children: manifest.consent.children,
    statement: manifest.consent.statement,
    madeAtIso: manifest.madeAtIso,
    testedOn,
    nameTaken: findModel(db, id) !== null,
  };
}

function standingOf(db: WritableDb, siteName: string, publicKey: string): ReceivedModel['standing'] {
  if (ensureReportSecrets(db).key.publicKey.text === publicKey) return 'own';
  const known = listKnownSites(db);
  if (known.some((site) => site.publicKey === publicKey)) return 'known';
  return known.some(({ name }) => sameName(name, siteName)) ? 'key-changed' : 'unknown';
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Writes the files of the model, whole or not at all. @returns Its digest. @throws CallError if they are not those of a model. */
async function layDown({ files, manifest }: SignedModel, dir: string): Promise<string> {
  const partial = `${dir}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    for (const name of [...NEEDED_FILES, 'evaluation.json', 'evaluation.html'] as const) {
      if (files[name]) await writeFile(join(partial, name), files[name]);
    }
    const { digest } = await readModel(partial, manifest.model.digest);
    await rm(dir, { recursive: true, force: true });
    await rename(partial, dir);
    return digest;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
