import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lockCell } from './cell-lock.node.ts';

const HOLDER = fileURLToPath(new URL('./testing/hold-cell.node.ts', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'faceward-lock-'));

afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function holder(file: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [HOLDER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
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
    expect(lockCell(file, new Date())).toEqual({ kind: 'taken', by: expect.stringContaining(by) });

    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const own = lockCell(file, new Date());
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
});
