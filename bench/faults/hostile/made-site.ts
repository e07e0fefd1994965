import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CROP_SIDE_PX } from '../../../src/contract/sessions.ts';
import { writeModel } from '../../../src/core/registry/model-folder.node.ts';
import { exampleModel } from '../../../src/core/registry/testing/example-model.ts';
import { openService } from '../../../src/hosts/cli/open-service.ts';
import { projectFolders } from '../../../src/hosts/shared/project-folders.ts';
import { confirmCode } from '../../../src/service/testing/confirm-code.ts';
import { callAs, sample } from '../../../src/service/testing/test-site.ts';
import type { Finding } from '../scenario.ts';

export const WHO = { userName: 'Ann', password: 'correct horse battery' };
const SAMPLES = 50;

/** What a site's files are called in the folder `made`. */
export const MADE = {
  pdf: 'report.pdf',
  json: 'report.json',
  backup: 'site.faceward-backup',
  model: 'base.faceward-model',
  audit: 'audit.jsonl',
  receipt: 'receipt.json',
  key: 'site-key.pem',
  about: 'about.json',
  folder: 'example-model',
} as const;

/** Ids of what is in the site, by what fields of calls name them. */
export interface About {
  readonly childId: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly consentId: string;
  readonly datasetId: string;
}

/** Sets a site up in `folder/site`, and puts what it makes for others into `folder/made`. Nothing in it is anybody's. */
export async function makeSite(folder: string): Promise<void> {
  const [site, made] = [join(folder, 'site'), join(folder, 'made')];
  mkdirSync(made, { recursive: true });
  const service = openService(site, () => undefined);
  try {
    const call = callAs(service);
    await confirmCode(
      call,
      await call('site.setUp', { siteName: 'Ward 3', administrator: WHO.userName, password: WHO.password }),
    );
    const child = await call('children.add', { code: 'KID-7', birthMonth: '2019-05' });
    const untilDate = `${new Date().getFullYear() + 1}-12-31`;
    const consent = await call('consents.grant', {
      childId: child.id,
      scopes: ['monitor', 'keep-crops', 'train', 'share-weights'],
      givenBy: 'mother',
      childAssented: true,
      untilDate,
    });
    const erased = await recordedSession(call, child.id);
    const sessionId = await recordedSession(call, child.id);
    const file = (name: keyof typeof MADE, bytes: Uint8Array | string) => writeFileSync(join(made, MADE[name]), bytes);
    for (const format of ['pdf', 'json'] as const) {
      file(format, (await call('sessions.report', { sessionId, format, isIdentified: true })).bytes);
    }
    const { id: erasureId } = await call('erasures.erase', {
      target: { kind: 'session', sessionId: erased },
      reason: 'the family asked for it',
      atOnce: true,
      password: WHO.password,
    });
    file('receipt', (await call('erasures.receipt', { erasureId })).bytes);
    file('audit', (await call('audit.export', {})).bytes);
    file('key', (await call('site.reportKey', {})).publicKeyPem);
    const statement = 'Rendered faces, made for this project.';
    file('model', (await call('modelExchange.export', { modelId: 'base', form: 'model-file', statement })).bytes);
    await call('backups.make', { file: join(made, MADE.backup) });
    cpSync(join(projectFolders().resources, 'demo-cohort/child/c003'), join(made, 'faces/child/c003'), {
      recursive: true,
    });
    const dataset = await call('datasets.add', {
      dir: join(projectFolders().resources, 'demo-cohort'),
    });
    await call('datasets.stopIndexing', { datasetId: dataset.id });
    const { user } = await call('site.status', {});
    const about: About = {
      childId: child.id,
      sessionId,
      userId: user!.id,
      consentId: consent.id,
      datasetId: dataset.id,
    };
    file('about', JSON.stringify(about));
  } finally {
    await service.close();
  }
  const { config, tensors } = exampleModel({ id: 'example' });
  await writeModel(join(made, MADE.folder), config, tensors);
}

async function recordedSession(call: ReturnType<typeof callAs>, childId: string): Promise<string> {
  const { id: sessionId } = await call('sessions.start', { childId, source: 'webcam' });
  await call('sessions.append', {
    sessionId,
    batch: 0,
    samples: Array.from({ length: SAMPLES }, (_, i) => sample(200 * i)),
    gaps: [],
    crops: [{ atMs: 400, grey: new Uint8Array(CROP_SIDE_PX ** 2).fill(90) }],
    atMs: 200 * SAMPLES,
  });
  await call('sessions.mark', { sessionId, atMs: 300, toMs: null, id: randomUUID(), kind: 'needle', text: 'left' });
  await call('sessions.stop', { sessionId, durationMs: 200 * SAMPLES });
  return sessionId;
}

/** The trial's site, opened by its administrator. Caller closes the service. */
export async function openSite(dir: string) {
  const told: string[] = [];
  const service = openService(dir, (line) => told.push(line));
  const call = callAs(service);
  await call('site.signIn', WHO);
  return { service, call, told };
}

/** Opens a site once more and looks at the session that was recorded in it and at the audit log. */
export async function checkSite(dir: string, { sessionId }: About): Promise<Finding[]> {
  const { service, call } = await openSite(dir);
  try {
    const { session } = await call('sessions.timeline', { sessionId });
    const { chain } = await call('audit.verify', {});
    return [
      ...(session.sampleCount >= SAMPLES
        ? []
        : [{ kind: 'lost' as const, what: `${SAMPLES - session.sampleCount} of ${SAMPLES} readings` }]),
      ...(chain.kind === 'intact' ? [] : [{ kind: 'corrupt' as const, what: `the audit log: ${chain.message}` }]),
    ];
  } finally {
    await service.close();
  }
}
