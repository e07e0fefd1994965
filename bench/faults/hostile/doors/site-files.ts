import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openService } from '../../../../src/hosts/cli/open-service.ts';
import type { Door, Ended } from '../door.ts';
import { type About, checkSite, MADE, WHO } from '../made-site.ts';
import { answered, TAKEN } from '../said.ts';
import { pick, spoilBytes, spoilJson } from '../spoil.ts';

/** The store's own bytes are what `flip` spoils; a lock is the program's while it runs. */
const NOT_THESE = /^faceward\.db|^lock|^reserve$|^log/;

/** Files beside the store, keys first, spoilt while the program is not open: it opens all the same, or says which is spoilt. */
const siteFiles: Door = {
  inputs: 10,
  turns: 12,
  async open({ site, made, out }) {
    const about: About = JSON.parse(readFileSync(join(made, MADE.about), 'utf8'));
    const good = join(out, 'good-site');
    cpSync(site, good, { recursive: true });
    const names = readdirSync(site).filter((name) => !NOT_THESE.test(name) && statSync(join(site, name)).isFile());
    return {
      async attack(random) {
        rmSync(site, { recursive: true, force: true });
        cpSync(good, site, { recursive: true });
        const name = random.uniform() < 0.4 ? 'keys.json' : pick(names, random);
        const file = join(site, name);
        const bytes = readFileSync(file);
        const isJson = name.endsWith('.json') && random.uniform() < 0.7;
        const spoilt = isJson ? Buffer.from(spoilJson(bytes.toString('utf8'), random)) : spoilBytes(bytes, random);
        writeFileSync(file, spoilt);
        const ended = await opened(site);
        if (ended.end === 'refused' && existsSync(file) && !readFileSync(file).equals(spoilt) && name === 'keys.json') {
          throw new Error(`${name} was written over: ${ended.said[0]}`);
        }
        return ended;
      },
      async close() {
        for (const name of names) cpSync(join(good, name), join(site, name));
        return await checkSite(site, about);
      },
    };
  },
};

const FIRST_SCREENS = ['audit.findings', 'backups.get', 'erasures.list', 'keys.state', 'models.list'];

/** As a window opens a site, with what its first screens ask for. */
async function opened(dir: string): Promise<Ended> {
  const service = openService(dir, () => undefined);
  const caller = service.connect();
  let ended: Ended = TAKEN;
  for (const name of ['site.status', 'site.signIn', ...FIRST_SCREENS]) {
    const answer = await service.answer(caller, name, name === 'site.signIn' ? WHO : {});
    ended = answered(answer, { dir, name });
    if (ended.end === 'refused') break;
  }
  await service.close();
  return ended;
}

export default siteFiles;
