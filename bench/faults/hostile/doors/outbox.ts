import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../../../../src/service/testing/test-site.ts';
import type { Door } from '../door.ts';
import { type About, checkSite, MADE, openSite, WHO } from '../made-site.ts';
import { answered } from '../said.ts';
import { oddValue, pick, spoilBytes } from '../spoil.ts';

const ENTRIES = ['sessions.mark', 'sessions.endMarker', 'sessions.unmark', 'sessions.observe', 'sessions.unobserve'];

/** What a window saved of a session while the store took nothing: spoilt, or sealed rightly around something odd. */
const outbox: Door = {
  inputs: 40,
  turns: 10,
  async open({ site, made }) {
    const about: About = JSON.parse(readFileSync(join(made, MADE.about), 'utf8'));
    const { service } = await openSite(site);
    const caller = service.connect();
    await service.call(caller, 'site.signIn', WHO);
    const { sessionId } = about;
    const ask = async (name: string, input: unknown) => {
      const answer = await service.answer(caller, name, input);
      return { answer, ended: answered(answer, { dir: site, name }) };
    };
    return {
      async attack(random) {
        const isSpoilt = random.uniform() < 0.5;
        const odd = () => (random.uniform() < 0.3 ? oddValue(random) : undefined);
        const calls = Array.from({ length: 1 + random.integer(3) }, () => ({
          name: pick(ENTRIES, random),
          input: odd() ?? {
            sessionId: odd() ?? sessionId,
            id: odd() ?? randomUUID(),
            atMs: odd() ?? 100,
            toMs: odd() ?? null,
            kind: 'needle',
            text: odd() ?? 'a',
          },
        }));
        const readings = {
          kind: 'readings',
          samples: [sample(200 * random.integer(50))],
          gaps: [],
          crops: [],
          atMs: 10_000,
        };
        const waiting = random.uniform() < 0.3 ? readings : { kind: 'entries', calls };
        const { answer, ended } = await ask('sessions.sealWaiting', {
          sessionId: isSpoilt ? sessionId : (odd() ?? sessionId),
          waiting,
        });
        if ('error' in answer) return ended;
        const { piece } = answer.output as { piece: Uint8Array };
        return (await ask('sessions.takeWaiting', { piece: isSpoilt ? spoilBytes(piece, random) : piece })).ended;
      },
      async close() {
        await service.close();
        return await checkSite(site, about);
      },
    };
  },
};

export default outbox;
