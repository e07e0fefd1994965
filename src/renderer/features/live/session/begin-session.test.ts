import { expect, test } from 'vitest';
import type { Child } from '../../../../contract/children.ts';
import type { Output } from '../../../../contract/contract.ts';
import type { Model } from '../../../../contract/models.ts';
import { failure } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import { beginSession } from './begin-session.ts';
import { NoModelError } from './live-problem.ts';

const CHILD: Child = { id: 'c', code: 'KIND-1', birthMonth: '2019-05', consentedScopes: ['monitor'], consents: [] };

/** A site whose approved model is another one each time it is asked; null for none. */
function siteWith(approved: (string | null)[], begunWith: string, faults: Output<'models.faults'> = []) {
  const log: string[] = [];
  const model = (id: string, state: string) => ({ id, state, threshold: 0.5, classesValidatedOnChildren: [] });
  const answers: Record<string, (input: { modelId: string }) => unknown> = {
    'models.list': () => {
      const id = approved.shift();
      return [model('old', 'retired'), ...(id ? [model(id, 'approved')] : [])] as unknown as Model[];
    },
    'models.faults': () => faults,
    'models.files': ({ modelId }) => ({ configJson: modelId, weights: new Uint8Array() }),
    'sessions.start': () => ({ id: 's', modelId: begunWith }),
  };
  const call = (async (name: string, input: never) => {
    if (name === 'sessions.start') log.push('start');
    return answers[name]!(input);
  }) as Client['call'];
  const vision = { loadModel: async ({ configJson }: { configJson: string }) => void log.push(`load ${configJson}`) };
  const begin = () =>
    beginSession(
      { child: CHILD, camera: { kind: 'webcam', deviceId: '' }, protocolId: null, keepsVideo: false, goesOnWith: null },
      { call, vision, onBegun: () => log.push('begun') },
    );
  return { begin, log };
}

test('the approved model is loaded before the session begins', async () => {
  const { begin, log } = siteWith(['a'], 'a');
  const { session, model } = await begin();
  expect([session.id, model.id]).toEqual(['s', 'a']);
  expect(log).toEqual(['load a', 'start', 'begun']);
});

test('a session that names a model approved in the last second is read by that one', async () => {
  const { begin, log } = siteWith(['a', 'b'], 'b');
  expect((await begin()).model.id).toBe('b');
  expect(log).toEqual(['load a', 'start', 'begun', 'load b']);
});

test('without an approved model nothing begins', async () => {
  const { begin, log } = siteWith([null], 'a');
  await expect(begin()).rejects.toBeInstanceOf(NoModelError);
  expect(log).toEqual([]);
});

test('a model in use whose files are others than those approved reads nobody, and it is said why', async () => {
  const values = { path: 'models/base', registered: 'a'.repeat(64), found: 'b'.repeat(64) };
  const fault = failure('models.not-as-registered', values);
  const { begin, log } = siteWith([null], 'a', [{ id: 'base', state: 'approved', fault }]);
  await expect(begin()).rejects.toMatchObject(fault);
  expect(log).toEqual([]);
});
