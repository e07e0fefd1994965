import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output, ParsedInput } from '../../../contract/contract.ts';
import { CallError } from '../../../contract/error.ts';
import type { Sharing } from '../../../contract/model-life/model-exchange.ts';
import { EXCHANGED_FILES, type ExchangedFile } from '../../../core/registry/exchange/manifest.ts';
import { packModel } from '../../../core/registry/exchange/model-file.node.ts';
import type { ModelFolder } from '../../../core/registry/model-folder.node.ts';
import { onnxModel } from '../../../core/registry/onnx/onnx-model.ts';
import { readSite } from '../../../core/store/site.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { SignedInContext } from '../../runtime/call-context.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { ensureReportSecrets } from '../../runtime/records/report-secrets.ts';
import { readStoredModel } from '../model-folder.ts';
import { existingModel } from '../models.ts';
import { sharingOf } from './sharing.ts';

/** Hands a model on: as a signed file for another site, or as ONNX. Either way its weights leave the site. */
export async function exportModel(
  context: SignedInContext,
  { modelId, form, statement }: ParsedInput<'modelExchange.export'>,
): Promise<Output<'modelExchange.export'>> {
  const { db, runtime, site, now } = context;
  const stored = existingModel(db, modelId);
  const model = await readStoredModel(runtime, site, stored);
  const sharing = await sharingOf(context, stored);
  assertShareable(sharing, statement);
  const onnx = onnxModel(model);
  const { key } = ensureReportSecrets(db);
  const { id, version } = model.config;
  const bytes =
    form === 'onnx'
      ? onnx
      : packModel(
          { ...(await filesOf(model)), 'model.onnx': onnx },
          {
            model: { id, version, digest: model.digest },
            siteName: readSite(db)?.name ?? '',
            consent: { children: sharing.children, statement: sharing.needsStatement ? statement : null },
            madeAtIso: now.toISOString(),
          },
          key,
        );
  inTransaction(db, () => {
    recordAction(context, 'models.export', `${modelId} as ${form}, ${sharing.children} children with consent`);
    if (sharing.needsStatement) recordAction(context, 'models.exportStatement', `${modelId}: ${statement}`);
  });
  const extension = form === 'onnx' ? 'onnx' : 'faceward-model';
  return {
    fileName: `${id}-${version}.${extension}`,
    mediaType: 'application/octet-stream',
    bytes: new Uint8Array(bytes),
  };
}

/** @throws CallError saying why it may not leave. */
function assertShareable({ without, named, needsStatement }: Sharing, statement: string | null): void {
  if (without.length > 0) throw new CallError('no-consent', failure('exchange.no-consent', { count: without.length }));
  if (named.length > 0) throw new CallError('conflict', failure('exchange.names-children', { count: named.length }));
  if (needsStatement && statement === null) throw new CallError('conflict', failure('exchange.statement-missing'));
}

async function filesOf({ dir }: ModelFolder): Promise<Partial<Record<ExchangedFile, Uint8Array>>> {
  const present = EXCHANGED_FILES.filter((name) => existsSync(join(dir, name)));
  return Object.fromEntries(
    await Promise.all(present.map(async (name) => [name, await readFile(join(dir, name))] as const)),
  );
}
