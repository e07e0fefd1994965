import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_PIECE_BYTES } from '../../../../src/contract/model-life/model-exchange.ts';
import type { Door } from '../door.ts';
import { type About, checkSite, MADE, openSite, WHO } from '../made-site.ts';
import { answered } from '../said.ts';
import { pick, spoilBytes } from '../spoil.ts';

/** Models of another site, as files that were spoilt on their way. */
const modelFiles: Door = {
  inputs: 20,
  turns: 8,
  async open({ site, made }) {
    const about: About = JSON.parse(readFileSync(join(made, MADE.about), 'utf8'));
    const { service } = await openSite(site);
    const caller = service.connect();
    await service.call(caller, 'site.signIn', WHO);
    const good = readFileSync(join(made, MADE.model));
    const ask = async (name: string, input: unknown) =>
      answered(await service.answer(caller, name, input), { dir: site, name });
    return {
      async attack(random) {
        const ends = Math.min(good.length, pick([512, 8192, good.length], random));
        const bytes =
          random.uniform() < 0.5
            ? Buffer.concat([spoilBytes(good.subarray(0, ends), random), good.subarray(ends)])
            : Buffer.concat([good.subarray(0, -ends), spoilBytes(good.subarray(-ends), random)]);
        for (let at = 0; at < bytes.length; at += MOST_PIECE_BYTES) {
          const received = await ask('modelExchange.receive', { at, piece: bytes.subarray(at, at + MOST_PIECE_BYTES) });
          if (received.end === 'refused') return received;
        }
        const inspected = await ask('modelExchange.inspect', {});
        return inspected.end === 'refused' ? inspected : await ask('modelExchange.import', {});
      },
      async close() {
        await service.close();
        return await checkSite(site, about);
      },
    };
  },
};

export default modelFiles;
