import { describe, expect, it } from 'vitest';
import { CallError } from '../../contract/error.ts';
import type { Answer } from '../../contract/wire.ts';
import { failure } from '../../core/words/failure.ts';
import { createClient } from './create-client.ts';

function clientAnswering(answer: Answer) {
  return createClient({
    call: async () => answer,
    listen: () => () => undefined,
    connectionState: () => 'open',
    watchConnection: () => () => undefined,
  });
}

describe('createClient', () => {
  it('returns an answer that keeps the contract', async () => {
    const client = clientAnswering({ output: { stored: 3 } });
    const batch = { sessionId: 's', batch: 0, samples: [], gaps: [], atMs: 0 };
    await expect(client.call('sessions.append', batch)).resolves.toEqual({ stored: 3 });
  });

  it('throws a refusal with its code and incident', async () => {
    const client = clientAnswering({
      error: { code: 'failed', ...failure('users.name-taken', { name: 'Bo' }), incident: '4f' },
    });
    const error = await client.call('models.list', {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CallError);
    const refusal = { code: 'failed', reason: 'users.name-taken', values: { name: 'Bo' }, incident: '4f' };
    expect(error).toMatchObject({ ...refusal, message: 'There is a user named Bo already.' });
  });

  it('refuses an answer that breaks the contract, and names the part that does', async () => {
    const client = clientAnswering({ output: { stored: 'three' } });
    const batch = { sessionId: 's', batch: 0, samples: [], gaps: [], atMs: 0 };
    await expect(client.call('sessions.append', batch)).rejects.toThrow(/sessions\.append.*\(stored\)/);
  });
});
