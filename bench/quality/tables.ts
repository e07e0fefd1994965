import type { JudgedFace, JudgedFrame } from './judged-frame.ts';
import { shareText, wilson } from './wilson.ts';

type WithFace = JudgedFrame & { readonly face: JudgedFace };

function hasFace(frame: JudgedFrame): frame is WithFace {
  return frame.face !== null;
}

function accuracy(frames: readonly JudgedFrame[]): string {
  const faces = frames.filter(hasFace);
  return shareText(wilson(faces.filter(({ face }) => face.isRight).length, faces.length));
}

/** What the gate lets pass against what it refuses, in all and by reason. */
export function gateTable(frames: readonly JudgedFrame[]): string[] {
  const passed = frames.filter(({ reason }) => reason === null);
  const reasons = [
    ...Map.groupBy(
      frames.filter(({ reason }) => reason),
      ({ reason }) => reason,
    ),
  ];
  return [
    '| | frames | of them with a face | right among those |',
    '| --- | --- | --- | --- |',
    `| pass | ${passed.length} | ${passed.length} | ${accuracy(passed)} |`,
    ...[['refused', frames.filter(({ reason }) => reason)] as const, ...reasons].map(
      ([name, some]) => `| ${name} | ${some.length} | ${some.filter(hasFace).length} | ${accuracy(some)} |`,
    ),
  ];
}

/** What becomes of each condition. */
export function conditionTable(frames: readonly JudgedFrame[]): string[] {
  return [
    '| condition | n | found | pass | right among passed | right among refused | reasons |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...[...Map.groupBy(frames, ({ family, condition }) => `${family} ${condition}`)].map(([name, some]) => {
      const passed = some.filter(({ reason }) => reason === null);
      const refused = some.filter(({ reason }) => reason !== null);
      const reasons = [...Map.groupBy(refused, ({ reason }) => reason)].map(
        ([reason, those]) => `${reason} ${those.length}`,
      );
      return `| ${name} | ${some.length} | ${some.filter(hasFace).length} | ${passed.length} | ${accuracy(passed)} | ${accuracy(refused)} | ${reasons.join(', ')} |`;
    }),
  ];
}

/** One quality measure, and the frames it is looked at in. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  /** Where bins begin and end, ascending. */
  readonly edges: readonly number[];
  readonly families: readonly string[];
  of(face: JudgedFace): number;
}

export const MEASURES: readonly Measure[] = [
  {
    id: 'eye-distance',
    label: 'pixels between the eyes',
    edges: [0, 5, 7, 9, 11, 13, 16, 20, 26, 36, 50, 90],
    families: ['plain', 'size'],
    of: ({ quality }) => quality.eyeDistancePx,
  },
  {
    id: 'brightness',
    label: 'mean grey of the crop',
    edges: [0, 0.02, 0.035, 0.05, 0.07, 0.1, 0.15, 0.25, 0.4, 0.6, 0.75, 0.85, 0.9, 0.94, 0.97, 0.99, 1.001],
    families: ['plain', 'light'],
    of: ({ quality }) => quality.brightness,
  },
  {
    id: 'sharpness',
    label: 'log10 of the sharpness',
    edges: [-1, 0, 0.3, 0.6, 0.8, 1, 1.2, 1.4, 1.7, 2, 2.5, 3.5],
    families: ['plain', 'focus', 'motion'],
    of: ({ quality }) => Math.log10(Math.max(0.1, quality.sharpness)),
  },
  {
    id: 'yaw',
    label: 'degrees turned to a side',
    edges: [0, 4, 8, 12, 16, 20, 24, 28, 35, 50],
    families: ['plain'],
    of: ({ quality }) => Math.abs(quality.yawDeg),
  },
  {
    id: 'cover',
    label: 'probability of a cover',
    edges: [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97, 1.001],
    families: ['plain', 'cover'],
    of: ({ cover }) => cover,
  },
];

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly right: ReturnType<typeof wilson>;
}

/** Accuracy by a measure; bins without a face are left out. */
export function binsOf(frames: readonly JudgedFrame[], { edges, families, of }: Measure): Bin[] {
  const faces = frames.filter(({ family }) => families.includes(family)).flatMap(({ face }) => face ?? []);
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i]!;
    const inBin = faces.filter((face) => of(face) >= from && of(face) < to);
    if (inBin.length === 0) return [];
    const mean = inBin.reduce((sum, face) => sum + of(face), 0) / inBin.length;
    return [{ from, to, mean, right: wilson(inBin.filter(({ isRight }) => isRight).length, inBin.length) }];
  });
}

export function binTable(bins: readonly Bin[], { label }: Measure): string[] {
  return [
    `| ${label} | right |`,
    '| --- | --- |',
    ...bins.map(({ from, to, right }) => `| ${from} to ${to} | ${shareText(right)} |`),
  ];
}
