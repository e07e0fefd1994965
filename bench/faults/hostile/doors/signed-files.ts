import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from '../door.ts';
import { MADE } from '../made-site.ts';
import { commanded } from '../said.ts';
import { pick, spoilBytes, spoilJson } from '../spoil.ts';

/** What a site signs and somebody verifies, by the command that verifies it. */
const KINDS = [
  { file: MADE.pdf, verify: ['verify'] },
  { file: MADE.json, verify: ['verify'] },
  { file: MADE.model, verify: ['model', 'verify'] },
  { file: MADE.audit, verify: ['audit', 'verify'] },
  { file: MADE.json, verify: ['audit', 'verify'] },
  { file: MADE.receipt, verify: ['erase', 'verify'] },
] as const;

/** Reports, receipts, logs, models and keys that somebody brings to be verified: spoilt, or one in place of another. */
const signedFiles: Door = {
  inputs: 40,
  turns: 20,
  async open({ made, out }) {
    const key = join(out, 'key.pem');
    return {
      async attack(random) {
        const { file, verify } = pick(KINDS, random);
        const path = join(out, pick([file, 'file', `${file}.pdf`, `${file}.json`], random));
        const from = random.uniform() < 0.05 ? pick(KINDS, random).file : file;
        const good = readFileSync(join(made, from));
        const isJson = from === MADE.json || from === MADE.receipt;
        const spoilt =
          isJson && random.uniform() < 0.7 ? spoilJson(good.toString('utf8'), random) : spoilBytes(good, random);
        writeFileSync(path, spoilt);
        writeFileSync(
          key,
          random.uniform() < 0.2
            ? spoilBytes(readFileSync(join(made, MADE.key)), random)
            : readFileSync(join(made, MADE.key)),
        );
        return await commanded([...verify, path, ...(random.uniform() < 0.5 ? ['--key', key] : [])]);
      },
      close: async () => [],
    };
  },
};

export default signedFiles;
