import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeModel } from '../../../src/core/registry/model-folder.node.ts';
import { exampleModel } from '../../../src/core/registry/testing/example-model.ts';
import { unlockWithPassword } from '../../../src/core/security/key-slots.node.ts';
import { readShippedModels } from '../../../src/service/runtime/models/shipped-models.ts';
import { openSite } from '../../../src/service/runtime/opening/open-site.ts';
import { createRuntime, type OpenSite, type Runtime } from '../../../src/service/runtime/runtime.ts';
import type { ServiceOptions } from '../../../src/service/runtime/service-options.ts';
import { siteFolder } from '../../../src/service/runtime/site-folder.ts';
import { createService, type Service } from '../../../src/service/service.ts';
import { confirmCode } from '../../../src/service/testing/confirm-code.ts';
import { ADMINISTRATOR, type Call, callAs, RESOURCES_DIR } from '../../../src/service/testing/test-site.ts';

const ABOUT = 'about.json';
const NOW = new Date('2026-03-05T12:00:00Z');

export function siteIn(folder: string) {
  return siteFolder(join(folder, 'data'));
}

/** The models that the program brings, beside a data folder that is not there yet. */
export async function makeModels(folder: string): Promise<void> {
  const { config, tensors } = exampleModel({ id: 'base-example' });
  await writeModel(join(folder, 'models', config.id), config, tensors);
}

/** A site as the program makes it, with Ada as its administrator and room set aside for a full disk. */
export async function makeSite(folder: string): Promise<void> {
  await makeModels(folder);
  const recoveryCode = await withService(folder, setUp);
  const unlocked = await unlockWithPassword(siteIn(folder).keyFile, ADMINISTRATOR);
  if (unlocked.kind !== 'unlocked') throw new Error('a site that was just made was expected to open');
  const about: About = { key: Buffer.from(unlocked.key).toString('hex'), recoveryCode };
  writeFileSync(join(folder, ABOUT), JSON.stringify(about));
}

export async function setUp(call: Call): Promise<string> {
  const { userName: administrator, password } = ADMINISTRATOR;
  const made = await call('site.setUp', { siteName: 'Ward 3', administrator, password });
  await confirmCode(call, made);
  return made.recoveryCode;
}

interface About {
  /** The data key, hexadecimal. */
  readonly key: string;
  readonly recoveryCode: string;
}

/** Of a site that `makeSite` has made. */
export function aboutSite(folder: string): About {
  return JSON.parse(readFileSync(join(folder, ABOUT), 'utf8'));
}

export function keyIn(folder: string): Uint8Array {
  return new Uint8Array(Buffer.from(aboutSite(folder).key, 'hex'));
}

function optionsOf(folder: string): ServiceOptions {
  return {
    dataDir: join(folder, 'data'),
    modelsDir: join(folder, 'models'),
    resourcesDir: RESOURCES_DIR,
    host: 'cli',
    launchTrainer: () => {
      throw new Error('nothing is trained here');
    },
    now: () => NOW,
    log: () => undefined,
  };
}

/** Works as one caller of the program's own service, which is closed again. */
export async function withService<Result>(
  folder: string,
  work: (call: Call, service: Service) => Result | Promise<Result>,
): Promise<Result> {
  const service = createService(optionsOf(folder));
  try {
    return await work(callAs(service), service);
  } finally {
    await service.close();
  }
}

/**
 * Works on an open site below the door: without a password, which takes longer than what is to be spoilt.
 *
 * @param options In place of those of a command.
 */
export async function withOpenSite<Result>(
  folder: string,
  work: (runtime: Runtime, site: OpenSite) => Result | Promise<Result>,
  options: Partial<ServiceOptions> = {},
): Promise<Result> {
  const runtime = createRuntime({ ...optionsOf(folder), ...options });
  try {
    const shipped = await readShippedModels(join(folder, 'models'));
    return await work(runtime, await openSite(runtime, runtime.home, { key: keyIn(folder), demo: null, shipped }));
  } finally {
    await runtime.close();
  }
}
