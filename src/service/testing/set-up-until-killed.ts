import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

/**
 * Sets a site up as a program with windows does, tells the recovery code on its output as the screen shows it, confirms it, and is
 * killed at one moment of that, as if by the power.
 *
 * The moment is "NAME N before" or "NAME N after": when a file takes its place for the Nth time under that name.
 */
const [dataDir = '', modelsDir = '', moment = ''] = process.argv.slice(2);

const rename = fs.renameSync;
const times = new Map<string, number>();
fs.renameSync = (from, to) => {
  const name = basename(String(to));
  const time = (times.get(name) ?? 0) + 1;
  times.set(name, time);
  if (moment === `${name} ${time} before`) process.kill(process.pid, 'SIGKILL');
  rename(from, to);
  if (moment === `${name} ${time} after`) process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();

const { createService } = await import('../service.ts');
const service = createService({
  dataDir,
  modelsDir,
  resourcesDir: '',
  host: 'desktop',
  launchTrainer: () => {
    throw new Error('nothing is trained here');
  },
  now: () => new Date(),
  log: () => {},
});
const caller = service.connect();
const { recoveryCode } = await service.call(caller, 'site.setUp', {
  siteName: 'Ward 3',
  administrator: 'Ada',
  password: 'correct horse battery',
});
fs.writeSync(1, recoveryCode);
await service.call(caller, 'site.confirmRecoveryCode', { lastGroup: recoveryCode.split('-').at(-1)! });
process.kill(process.pid, 'SIGKILL');
