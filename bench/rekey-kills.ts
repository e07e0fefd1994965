/** Kills a change of the data key at random moments, and looks at what is left; see README.md. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unlockWithPassword, unlockWithRecoveryCode } from '../src/core/security/key-slots.node.ts';
import { appendAudit, verifyAudit } from '../src/core/store/audit.node.ts';
import { putKeysRight } from '../src/core/store/keys/change-keys.node.ts';
import { settleRekey } from '../src/core/store/keys/rekey.node.ts';
import { closeStore, openStore } from '../src/core/store/store.node.ts';
import { ANN, keyedSite } from '../src/core/store/testing/keyed-site.node.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '4' },
    entries: { type: 'string', default: '20000' },
  },
});
const [trials, minutes, entries] = [Number(values.trials), Number(values.minutes), Number(values.entries)];
const PROGRAM = fileURLToPath(new URL('../src/core/store/testing/rekey-until-killed.node.ts', import.meta.url));
const NOW = new Date('2026-03-05T12:00:00Z');

using site = await keyedSite();
site.db.transaction(() => {
  for (let entry = 0; entry < entries; entry += 1) {
    appendAudit(site.db, { userName: 'Ann', action: 'bench', subject: String(entry), now: NOW });
  }
})();
closeStore(site.db);

let key: Uint8Array = site.key;
let longestMs = 1500;
const tally = { trials: 0, killed: 0, old: 0, new: 0, lost: 0 };
const endMs = performance.now() + minutes * 60_000;
while (tally.trials < trials && performance.now() < endMs) {
  const to = new Uint8Array(randomBytes(32));
  const hex = [key, to].map((each) => Buffer.from(each).toString('hex'));
  const child = spawn(process.execPath, [PROGRAM, site.keyFile, site.storeFile, site.rekeyedFile, ...hex, ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  const beganMs = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * longestMs);
  const [, signal] = await exited;
  clearTimeout(timer);
  if (signal === 'SIGKILL') tally.killed += 1;
  else longestMs = 1.1 * (performance.now() - beganMs);
  tally.trials += 1;
  settleRekey(site);
  try {
    const unlocked = await unlockWithPassword(site.keyFile, ANN);
    const recovered = await unlockWithRecoveryCode(site.keyFile, site.recoveryCode);
    if (unlocked.kind !== 'unlocked' || recovered.kind !== 'unlocked') throw new Error('nobody gets in');
    const db = openStore(site.storeFile, unlocked.key);
    const surprised = () => {
      throw new Error('the keys are not as the store knows them');
    };
    putKeysRight({ keyFile: site.keyFile, db }, { now: new Date(), onForeign: surprised, onHalfAdded: surprised });
    const chain = verifyAudit(db);
    const found = Number(db.prepare('SELECT count(*) FROM audit').pluck().get());
    closeStore(db);
    if (chain.kind !== 'intact' || found !== entries) throw new Error(`${found} of ${entries} entries, ${chain.kind}`);
    if (Buffer.from(unlocked.key).equals(to)) tally.new += 1;
    else tally.old += 1;
    key = unlocked.key;
  } catch (error) {
    tally.lost += 1;
    console.log(`trial ${tally.trials}: ${String(error)}`);
    break;
  }
}
console.log(JSON.stringify(tally));
process.exitCode = tally.lost === 0 ? 0 : 1;
