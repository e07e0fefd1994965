import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '../../contract/contract.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import type { Caller } from '../runtime/caller.ts';
import type { LaunchTrainer } from '../runtime/launch-trainer.ts';
import type { ServiceOptions } from '../runtime/service-options.ts';
import { createService, type Service } from '../service.ts';
import { confirmCode } from './confirm-code.ts';

export const RESOURCES_DIR = join(import.meta.dirname, '../../../resources');
export const ADMINISTRATOR = { userName: 'Ada', password: 'correct horse battery' };

/** A data folder and a folder of shipped models, with services over them; all gone at the end of the scope. */
export interface TestSite extends AsyncDisposable {
  readonly dataDir: string;
  readonly modelsDir: string;
  /** The clock of every service made here; move it at will. */
  readonly clock: { now: Date };
  /** Lines told to the terminal. */
  readonly told: string[];
  /** @param options Instead of the site's own. */
  service(options?: Partial<ServiceOptions>): Service;
}

/** Calls as one caller. */
export type Call = <N extends MethodName>(name: N, input: Input<N>) => Promise<Output<N>>;

const noTrainer: LaunchTrainer = () => {
  throw new Error('this test trains nothing');
};

export async function testSite({ launchTrainer = noTrainer } = {}): Promise<TestSite> {
  const root = mkdtempSync(join(tmpdir(), 'faceward-test-'));
  const [dataDir, modelsDir] = [join(root, 'data'), join(root, 'models')];
  const { config, tensors } = exampleModel({ id: 'base-example' });
  await writeModel(join(modelsDir, config.id), config, tensors);
  const services: Service[] = [];
  const clock = { now: new Date('2026-03-04T09:00:00Z') };
  const told: string[] = [];
  return {
    dataDir,
    modelsDir,
    clock,
    told,
    service(options = {}) {
      const service = createService({
        dataDir,
        modelsDir,
        launchTrainer,
        host: 'cli',
        resourcesDir: RESOURCES_DIR,
        now: () => clock.now,
        uptimeMs: () => clock.now.getTime(),
        log: (line) => told.push(line),
        ...options,
      });
      services.push(service);
      return service;
    },
    async [Symbol.asyncDispose]() {
      for (const service of services) await service.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export function callAs(service: Service, caller: Caller = service.connect()): Call {
  return (name, input) => service.call(caller, name, input);
}

/** Sets the site up; the caller is its administrator. In a window the recovery code is confirmed: nothing else opens there. */
export async function setUp(call: Call): Promise<{ recoveryCode: string }> {
  const made = await call('site.setUp', {
    siteName: 'Ward 3',
    administrator: ADMINISTRATOR.userName,
    password: ADMINISTRATOR.password,
  });
  if ((await call('site.status', {})).mustMakeRecoveryCode) await confirmCode(call, made);
  return made;
}

/** Adds somebody and signs them in beside the one who adds them. */
export async function signInAnother(
  service: Service,
  call: Call,
  { name, role }: Pick<Input<'users.add'>, 'name' | 'role'>,
): Promise<Call> {
  await call('users.add', { name, role, password: ADMINISTRATOR.password });
  const other = callAs(service);
  await other('site.signIn', { userName: name, password: ADMINISTRATOR.password });
  return other;
}

/** Adds a child whose family agreed to monitoring, and starts a session for it. */
export async function startSession(call: Call, code = 'CH-1') {
  const child = await call('children.add', { code, birthMonth: '2019-05' });
  const consent = await call('consents.grant', {
    childId: child.id,
    scopes: ['monitor'],
    givenBy: 'mother',
    childAssented: true,
    untilDate: '2026-12-31',
  });
  const session = await call('sessions.start', { childId: child.id, source: 'webcam' });
  return { child, consent, session };
}

/** A sample that names `emotion`, sure of it. */
export function sample(
  atMs: number,
  emotion: (typeof EMOTIONS)[number] = 'happiness',
): Input<'sessions.append'>['samples'][number] {
  return {
    atMs,
    probabilities: EMOTIONS.map((each) => (each === emotion ? 0.7 : 0.05)),
    emotion,
    box: { xPx: 10, yPx: 20, widthPx: 100, heightPx: 120 },
    quality: { brightness: 0.5, sharpness: 12, eyeDistancePx: 48, yawDeg: 3 },
  };
}
