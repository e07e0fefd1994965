import { expect, it } from 'vitest';
import { settleOneDnn } from './onednn.node.ts';

it.each([
  [undefined, '1', 'on'],
  ['1', '1', 'on'],
  ['0', '0', 'off'],
  ['false', 'false', 'off'],
] as const)('with TF_ENABLE_ONEDNN_OPTS=%s the library finds %s, and oneDNN is %s', (given, found, state) => {
  const env: Record<string, string | undefined> = { TF_ENABLE_ONEDNN_OPTS: given };
  expect(settleOneDnn(env)).toBe(state);
  expect(env.TF_ENABLE_ONEDNN_OPTS).toBe(found);
});
