import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Misuse } from './misuse.ts';

/** Where a password comes from when nobody can be asked. */
const PASSWORD_VARIABLE = 'FACEWARD_PASSWORD';

/**
 * The password from the environment, or asked for at the terminal without showing what is typed.
 *
 * @throws Misuse when there is neither.
 */
export async function askPassword(userName: string): Promise<string> {
  const given = process.env[PASSWORD_VARIABLE];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new Misuse(`a password is needed: run it at a terminal, or set the variable ${PASSWORD_VARIABLE}`);
  }
  process.stderr.write(`Password of ${userName}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
