/** How far movements are from the truth on rendered children, whose pose is known; see docs/movements.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { linearRegression, mean, quantile, standardDeviation } from 'simple-statistics';
import type { Landmarks } from '../src/core/capture/landmarks.ts';
import { movementsOf } from '../src/core/capture/movements/movements.ts';
import { loadFaceNetsFromPackage } from '../src/core/capture/nets/face-nets.node.ts';
import { yawDeg } from '../src/core/capture/quality/head-turn.ts';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import type { Movements } from '../src/core/emotion/movements.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { randomAt } from '../src/core/training/views/random.ts';
import { foundFace } from './quality/found-face.ts';
import { pixelsOf } from './quality/portraits.ts';

interface Rendered {
  readonly subject: string;
  readonly emotion: string;
  readonly truth: { readonly pitch: number; readonly yaw: number; readonly roll: number };
  readonly measured: Movements & { readonly yawDeg: number };
}

const COHORT = 'resources/demo-cohort';
const FOLDS = 5;
const ROUNDS = 2000;
const SEED = 7;

const truths = new Map(
  (parse(readFileSync(join(COHORT, 'manifest.csv')), { columns: true }) as Record<string, string>[]).map((row) => [
    row.path!,
    row,
  ]),
);
await startWasm();
const nets = await loadFaceNetsFromPackage();
const { records } = await readDataset([COHORT], { labelColumn: 'emotion' });
const children = records.filter(({ group }) => group === 'child');
const faces: Rendered[] = [];
for (const record of children) {
  const face = await foundFace(nets, await pixelsOf(record));
  const truth = [...truths].find(([path]) => record.path.endsWith(path))?.[1];
  if (face && truth) faces.push(renderedOf(record.subject, truth, face.landmarks));
}
nets.dispose();

const subjects = [...new Set(faces.map(({ subject }) => subject))].sort();
console.log(
  `${faces.length} of ${children.length} images of ${subjects.length} rendered children: in the others no face was found, as in a session`,
);
line('pitch', faces, ({ measured, truth }) => measured.pitchDeg - truth.pitch);
crossValidatedPitch();
line('pitch, if it were always 0', faces, ({ truth }) => -truth.pitch);
line('yaw', faces, ({ measured, truth }) => measured.yawDeg - truth.yaw);
// The cohort counts a lean the other way round.
line('roll', faces, ({ measured, truth }) => measured.rollDeg + truth.roll);
for (const lane of ['eyeOpening', 'mouthOpening', 'browHeight'] as const) {
  console.log(`\n${lane}: mean (standard deviation), in eye distances`);
  for (const [emotion, own] of Map.groupBy(faces, ({ emotion: each }) => each)) {
    const values = own.map(({ measured }) => measured[lane]);
    console.log(
      `  ${emotion.padEnd(10)} ${mean(values).toFixed(3)} (${standardDeviation(values).toFixed(3)}) n ${own.length}`,
    );
  }
}

function renderedOf(subject: string, row: Record<string, string>, landmarks: Landmarks): Rendered {
  return {
    subject,
    emotion: row.emotion!,
    truth: { pitch: Number(row.pitch), yaw: Number(row.yaw), roll: Number(row.roll) },
    measured: { ...movementsOf(landmarks), yawDeg: yawDeg(landmarks) },
  };
}

/** Its straight line was fitted on these children: so here on four fifths of them, and measured on the others. */
function crossValidatedPitch(): void {
  const errors = new Map<Rendered, number>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOut = ({ subject }: Rendered) => subjects.indexOf(subject) % FOLDS === fold;
    const { m, b } = linearRegression(
      faces.filter((face) => !isOut(face)).map(({ measured, truth }) => [measured.pitchDeg, truth.pitch]),
    );
    for (const face of faces.filter(isOut)) errors.set(face, m * face.measured.pitchDeg + b - face.truth.pitch);
  }
  line('pitch, its line fitted on other children', faces, (face) => errors.get(face)!);
}

/** Root mean square with its 95 % interval by drawing children. */
function line(name: string, rows: readonly Rendered[], errorOf: (row: Rendered) => number): void {
  const bySubject = [...Map.groupBy(rows, ({ subject }) => subject).values()].map((own) =>
    own.map((row) => errorOf(row) ** 2),
  );
  const rmsOf = (groups: readonly (readonly number[])[]) => Math.sqrt(mean(groups.flat()));
  const random = randomAt(SEED);
  const drawn = Array.from({ length: ROUNDS }, () =>
    rmsOf(bySubject.map(() => bySubject[random.integer(bySubject.length)]!)),
  );
  const [low, high] = [0.025, 0.975].map((share) => quantile(drawn, share).toFixed(1));
  console.log(`${name}: ${rmsOf(bySubject).toFixed(1)} degrees RMS [${low}, ${high}]`);
}
