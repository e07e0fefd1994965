import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type HeldCell, lockCell } from './cell-lock.node.ts';

const HOLDER = fileURLToPath(new URL('./testing/hold-cell.node.ts', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'faceward-lock-'));

afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function holder(file: string, ...more: string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [HOLDER, file, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
}

describe('lockCell', () => {
  it('gives a cell to one process, tells others who has it, and frees it when that one is killed', async () => {
    const file = join(dir, 'cell');
    const first = await holder(file);
    expect(first.said).toBe('held');
    const by = `process ${first.child.pid} on ${hostname()}, since `;
    expect((await holder(file)).said).toContain(`taken by ${by}`);
    expect(await lockCell(file, new Date())).toEqual({ kind: 'taken', by: expect.stringContaining(by) });

    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const own = await lockCell(file, new Date());
    expect(own.kind).toBe('held');
    expect((await holder(file)).said).toContain(`taken by process ${process.pid} `);
    if (own.kind === 'held') own.release();
    const again = await holder(file);
    expect(again.said).toBe('held');
    again.child.kill('SIGKILL');
  });

  it('is given to exactly one of several that ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => holder(join(dir, 'contested'))));
    expect(all.filter(({ said }) => said === 'held')).toHaveLength(1);
    for (const { child } of all) child.kill('SIGKILL');
  });
  it('waits for signs of life of a holder elsewhere, whatever its clock says, and lets it be', async () => {
    const base = join(dir, 'elsewhere');
    const { child } = await holder(base);
    seemsElsewhere(`${base}.1`);
    const asked = holder(base, '60000');
    expect((await asked).said).toContain('taken by process');
    // Its signs are numbers, not times: no clock of either machine is in them.
    expect(statSync(`${base}.1`).mtimeMs).toBeLessThan(3_600_000);
    child.kill('SIGKILL');
  });

  it('gives to one of several what a holder elsewhere has left, whose clock is ahead, and stops that one if it comes back', async () => {
    const base = join(dir, 'left');
    const first = await heldHere(base);
    seemsElsewhere(`${base}.1`);
    utimesSync(`${base}.1`, 4e9, 4e9);
    first.requireHeld();

    const all = await Promise.all(Array.from({ length: 3 }, () => holder(base, '300')));
    expect(all.map(({ said }) => said === 'held').filter(Boolean)).toHaveLength(1);
    const taker = all.find(({ said }) => said === 'held')!.child;
    expect(() => first.requireHeld()).toThrow(`the cell is run by process ${taker.pid} on`);
    for (const { child } of all) child.kill('SIGKILL');
    first.release();
    expect(
      readdirSync(dir)
        .filter((each) => each.startsWith('left'))
        .sort(),
    ).toEqual(['left.1', 'left.2']);
  });

  it('tells a later process of the same number from the holder that was', async () => {
    const base = join(dir, 'number');
    const first = await heldHere(base);
    writeFileSync(`${base}.1`, JSON.stringify({ ...JSON.parse(readFileSync(`${base}.1`, 'utf8')), born: '1' }));
    (await heldHere(base)).release();
    first.release();
  });
});

/** Makes the holder one of another machine, as far as the file tells. */
function seemsElsewhere(file: string): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), machine: 'another' }));
}

async function heldHere(base: string): Promise<HeldCell> {
  const lock = await lockCell(base, new Date());
  if (lock.kind === 'taken') throw new Error(`the cell was expected to be free; it is taken by ${lock.by}`);
  return lock;
}
