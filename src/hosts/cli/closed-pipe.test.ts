import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { startCli } from './testing/run-cli.ts';

it('ends quietly when nobody reads what it prints', async () => {
  const child = startCli(['--help']);
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(stderr).toBe('');
  expect(code).toBe(141);
});
