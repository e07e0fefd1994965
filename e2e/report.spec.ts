import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { exportAs, startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { pdfText } from './support/pdf-text.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const CLI = fileURLToPath(new URL('../src/hosts/cli/faceward.mjs', import.meta.url));

interface Run {
  readonly code: number;
  readonly stdout: string;
}

/** The command as somebody runs it who has the file and nothing of the site. */
async function verify(...args: string[]): Promise<Run> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'verify', ...args]);
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, stdout };
  }
}

test('a report names no child, carries its data, and shows whoever has it that it was not changed', async ({
  openSite,
}, info) => {
  const { page } = await openSite();
  await openDemo(page);
  await startDemoSession(page);
  await page.locator('body').press('1');
  await untilElapsed(page, 8);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  const code = /Session of (\S+)/.exec(
    (await page.getByRole('heading', { name: /Session of/ }).textContent()) ?? '',
  )?.[1];
  const file = await exportAs(page, 'PDF');

  await test.step('it can be read, and is de-identified', async () => {
    const text = await pdfText(file);
    expect(text).toContain('In short');
    expect(text).toContain('Needle');
    expect(text).toContain('De-identified');
    expect(code).toBeTruthy();
    expect(text).not.toContain(code);
    expect(text).not.toContain(String(new Date().getFullYear()));
  });

  await test.step('it is signed, by a site that its reader does not know yet', async () => {
    const data = info.outputPath('data.json');
    const { code: exit, stdout } = await verify(file, '--extract', data);
    expect(stdout).toMatch(/^Signed by the site with the key ([0-9a-f]{8} ){7}[0-9a-f]{8}, and unchanged since\./);
    expect(stdout).toContain('Unknown site');
    expect(exit).toBe(3);
    const extracted = JSON.parse(readFileSync(data, 'utf8'));
    expect(extracted).toMatchObject({
      format: 'faceward-report/2',
      isIdentified: false,
      markers: [{ kind: 'needle' }],
    });
    expect(extracted.seconds.count).toBeGreaterThan(3);
  });

  await test.step('a copy in which one byte of the first page differs is told', async () => {
    const bytes = readFileSync(file);
    const text = bytes.toString('latin1');
    const [, contents] = /\/Contents (\d+) 0 R/.exec(text)!;
    const stream = text.indexOf('\nstream\n', text.indexOf(`\n${contents} 0 obj\n`));
    bytes[stream + 40]! ^= 1;
    const copy = info.outputPath('copy.pdf');
    writeFileSync(copy, bytes);
    expect(await verify(copy)).toEqual({ code: 1, stdout: 'Changed: page 1.\n' });
  });
});
