import { expect, test } from 'vitest';
import { demandNode } from './demand-node.node.ts';

test.each([
  '20.19.0',
  '20.20.2',
  '21.7.3',
])('on Node %s, where the binding would end the process, a sentence says so', (version) => {
  expect(() => demandNode(version)).toThrow(
    new RegExp(`^Node 22 or newer is needed .* this is ${version.replaceAll('.', '[.]')}: start it by "npx node"`),
  );
});

test.each(['22.0.0', '24.21.0', '100.1.0'])('Node %s is as good as this one', (version) => {
  expect(() => demandNode(version)).not.toThrow();
  expect(() => demandNode()).not.toThrow();
});
