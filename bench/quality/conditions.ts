import type { Frame } from '../../src/core/capture/frame.ts';
import type { Landmarks } from '../../src/core/capture/landmarks.ts';
import type { Random } from '../../src/core/training/views/random.ts';
import { COVERS, covered } from './covers.ts';
import { inLight, inMotion, outOfFocus } from './degrade.ts';
import { fromAfar } from './scene.ts';

export type Family = 'plain' | 'size' | 'light' | 'focus' | 'motion' | 'cover';

/** One way to spoil a scene. */
export interface Condition {
  readonly family: Family;
  readonly name: string;
  spoil(scene: Frame, landmarks: Landmarks, random: Random): Frame | Promise<Frame>;
}

export const CONDITIONS: readonly Condition[] = [
  { family: 'plain', name: 'as it is', spoil: (scene) => scene },
  ...[0.6, 0.4, 0.3, 0.22, 0.16, 0.12, 0.09].map(
    (scale): Condition => ({ family: 'size', name: `x ${scale}`, spoil: (scene) => fromAfar(scene, scale) }),
  ),
  ...[0.5, 0.25, 0.15, 0.1, 0.06, 0.03, 1.5, 2, 2.6, 3.5, 5].map(
    (gain): Condition => ({
      family: 'light',
      name: `x ${gain}`,
      spoil: (scene, _, random) => inLight(scene, gain, random),
    }),
  ),
  ...[2, 4, 6, 8, 11, 15].map(
    (sigmaPx): Condition => ({
      family: 'focus',
      name: `sigma ${sigmaPx} px`,
      spoil: (scene) => outOfFocus(scene, sigmaPx),
    }),
  ),
  ...[8, 16, 24, 36, 50].map(
    (pathPx): Condition => ({ family: 'motion', name: `${pathPx} px`, spoil: (scene) => inMotion(scene, pathPx) }),
  ),
  ...COVERS.map(
    (cover): Condition => ({
      family: 'cover',
      name: cover,
      spoil: (scene, landmarks, random) => covered(scene, landmarks, cover, random, 'measured'),
    }),
  ),
];
