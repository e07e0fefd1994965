import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { lockDataFolder } from '../../service/runtime/data-folder-lock.ts';
import { fakeElectron } from '../testing/fake-electron.ts';

const electron = fakeElectron();
vi.mock('electron', () => electron.module);

it('says in the language of the system why there is no window', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'faceward-refused-'));
  const { letGo } = lockDataFolder(dataDir, { host: 'browser', now: new Date('2026-03-04T09:00:00Z') });
  const { argv } = process;
  process.argv = ['electron', 'main.js', '--data', dataDir];
  try {
    await import('./main.ts');
    await vi.waitFor(() =>
      expect(electron.errors).toEqual([
        `De gegevensmap ${dataDir} is in gebruik door een browservenster, procesnummer ${process.pid}, sinds ` +
          '2026-03-04T09:00:00.000Z. Sluit het daar, of noem met --data een andere gegevensmap.',
      ]),
    );
  } finally {
    process.argv = argv;
    letGo();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
