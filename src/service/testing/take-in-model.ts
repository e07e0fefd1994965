import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packModel } from '../../core/registry/exchange/model-file.node.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { readModel, writeModel } from '../../core/registry/model-folder.node.ts';
import { keyedBy } from '../../core/registry/subjects/subject-digest.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { makePrivateKey, readPrivateKey } from '../../core/security/signature.node.ts';
import type { Call } from './test-site.ts';

/** Takes in, as whoever calls, a model that another site made and signed, whose subjects are under that site's key. */
export async function takeInModel(call: Call, change: Partial<ModelConfig> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-model-'));
  try {
    const split = { ...exampleModel().config.split, digests: keyedBy('cd'.repeat(32)).name };
    const { config, tensors } = exampleModel({ id: 'guest', excluded: [], split, ...change });
    await writeModel(dir, config, tensors);
    const { digest } = await readModel(dir);
    const key = readPrivateKey(makePrivateKey());
    const about = {
      model: { id: config.id, version: config.version, digest },
      siteName: 'Other hospital',
      consent: { children: 1, statement: null },
      madeAtIso: '2026-03-03T09:00:00.000Z',
    };
    const files = Object.fromEntries(
      readdirSync(dir).map((name) => [name, new Uint8Array(readFileSync(join(dir, name)))]),
    );
    await call('modelExchange.receive', { at: 0, piece: new Uint8Array(packModel(files, about, key)) });
    return await call('modelExchange.import', { confirmedFingerprint: key.publicKey.fingerprint });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
