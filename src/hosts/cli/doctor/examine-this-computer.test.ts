import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createKeyFile, makeUserSlot, withUserSlot } from '../../../core/security/key-slots.node.ts';
import { writeKeyFile } from '../../../core/security/keys/key-file.node.ts';
import { writeThisComputerFile } from '../../../service/runtime/this-computer/this-computer-file.ts';
import { examineThisComputer } from './examine-this-computer.ts';

const dir = mkdtempSync(join(tmpdir(), 'faceward-doctor-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('says how many passwords need the keystore of this computer, and whether their secret is there', async () => {
  const [keyFile, file] = [join(dir, 'keys.json'), join(dir, 'this-computer.json')];
  const off = { state: 'absent', text: 'no password needs it: Settings, Keys turns that on' };
  expect(await examineThisComputer(dir)).toMatchObject(off);
  const { key, content } = await createKeyFile(keyFile, { userId: 'ann', userName: 'Ann', password: 'correct horse' });
  expect(await examineThisComputer(dir)).toMatchObject(off);
  const computer = { id: crypto.randomUUID(), secret: new Uint8Array(32) };
  const bo = await makeUserSlot(key, content.salt, { userId: 'bo', userName: 'Bo', password: 'another' }, computer);
  writeKeyFile(keyFile, { ...withUserSlot(content, bo), before: null, storeSalt: null });
  expect(await examineThisComputer(dir)).toMatchObject({ state: 'failed', text: expect.stringContaining('is not in') });
  writeFileSync(file, '{}');
  expect(await examineThisComputer(dir)).toMatchObject({
    state: 'failed',
    text: expect.stringContaining('cannot be read'),
  });
  writeThisComputerFile(file, [{ id: computer.id, sealed: new Uint8Array(9) }]);
  expect(await examineThisComputer(dir)).toMatchObject({
    state: 'unknown',
    text: expect.stringMatching(/^1 of 2 passwords need it\. Whether it opens is said in Settings, Keys/),
  });
});
