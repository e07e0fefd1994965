import { expect, it } from 'vitest';
import { failure } from '../core/words/failure.ts';
import { CallError, callErrorData, callErrorSchema, storedFailureSchema } from './error.ts';

it('crosses the boundary as plain data and becomes the same error again', () => {
  const refused = new CallError('forbidden', failure('call.role-needed', { roles: ['reviewer'], role: 'ward' }));
  const { code, incident, ...why } = callErrorSchema.parse(JSON.parse(JSON.stringify(callErrorData(refused))));
  const again = new CallError(code, why, { incident });
  expect(again).toEqual(refused);
  expect(again.message).toBe('This needs a reviewer; you are signed in as ward staff.');
});

it('lets no reason cross that the window has no words for', () => {
  const unknown = { code: 'conflict', reason: 'users.renamed', values: {}, incident: null };
  expect(callErrorSchema.safeParse(unknown).success).toBe(false);
});

it('reads a reason that another version has stored, as far as it knows it', () => {
  const known = failure('users.name-taken', { name: 'Bo' });
  expect(storedFailureSchema.parse(known)).toEqual(known);
  expect(storedFailureSchema.parse({ reason: 'users.renamed', values: {} })).toEqual(failure('call.reason-unknown'));
});
