import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ADMINISTRATOR, callAs, setUp, testSite } from '../../testing/test-site.ts';

it('a site whose key file is damaged opens its window, says so, and leaves the file as it is', async () => {
  await using site = await testSite();
  const first = site.service();
  await setUp(callAs(first));
  await first.close();
  const file = join(site.dataDir, 'keys.json');
  const cutOff = readFileSync(file).subarray(0, 40);
  writeFileSync(file, cutOff);
  const call = callAs(site.service());
  const told = { code: 'damaged-store', reason: 'store.keys-damaged', values: { file } };
  await expect(call('site.signIn', ADMINISTRATOR)).rejects.toMatchObject(told);
  expect(readFileSync(file).equals(cutOff)).toBe(true);
});
