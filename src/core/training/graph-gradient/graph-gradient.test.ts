import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphFindings } from '../testing/graph-gradient-process.node.ts';

const PROGRAM = fileURLToPath(new URL('../testing/graph-gradient-process.node.ts', import.meta.url));

/** Where a test must not be left out, as on the machine that decides whether a change is right. */
const ALL_REQUIRED = process.env.FACEWARD_REQUIRE_ENGINES === '1';

/** Fused operations round otherwise; where this was measured it made 2e-6. A kernel that is wrong makes 0.1 and more. */
const TOLERANCE = 1e-4;

describe('steps as graphs of TensorFlow', () => {
  let findings: GraphFindings;

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM]);
    findings = JSON.parse(stdout.trim().split('\n').at(-1)!) as GraphFindings;
  }, 120_000);

  function found({ skip }: { readonly skip: (reason: string) => void }) {
    if (findings.kind === 'compared') return findings;
    expect(ALL_REQUIRED, `tensorflow is required here: ${findings.reason}`).toBe(false);
    console.warn(`graphs are not tested: ${findings.reason}`);
    skip(findings.reason);
    throw new Error('left out');
  }

  test('give what single operations give, of every learner, alone or joined, with full and short batches', (context) => {
    const { differences, warnings } = found(context);
    expect(warnings).toEqual([]);
    expect(Object.keys(differences)).toHaveLength(5);
    for (const [learner, difference] of Object.entries(differences))
      expect(difference, learner).toBeLessThan(TOLERANCE);
  });

  test('give the same bits twice, and leave no tensor behind', (context) => {
    expect(found(context)).toMatchObject({ repeats: true, leftTensors: 0 });
  });

  test('are not used where JavaScript makes numbers of the batch: single operations go on, and it is said', (context) => {
    const { frozen } = found(context);
    expect(frozen.difference).toBe(0);
    expect(frozen.warnings).toHaveLength(1);
    expect(frozen.warnings[0]).toMatch(/operation by operation.*other gradients than single operations do, by/);
  });

  test('are made of a kind of step whose first loss was no number, as of any other', (context) => {
    expect(found(context).notFinite).toEqual({ isNumber: false, warnings: [], thenAsGraph: true });
  });

  test('are not made without end', (context) => {
    expect(found(context).tooMany).toEqual([expect.stringMatching(/graph number 9/)]);
  });
});
