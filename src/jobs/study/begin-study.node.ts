import { realpathSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import manifest from '../../../package.json' with { type: 'json' };
import type { FaceSet } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../../core/emotion/emotion.ts';
import type { Engine } from '../../core/engine/engine.ts';
import { cellConfig } from '../../core/study/cell-config.ts';
import { testImagesOf } from '../../core/study/score-cell.ts';
import { studyCells, tuningCells } from '../../core/study/study.ts';
import type { LogRecord } from '../../core/training/log-record.ts';
import { startEngine } from '../../core/training/start-engine/start-engine.node.ts';
import type { KeptData } from '../dataset/kept-faces.node.ts';
import { facesDigest } from './faces-digest.node.ts';
import { keepFaces, readKeptFaces } from './kept-faces.node.ts';
import { loadStudyFaces, type StudyFaces } from './study-faces.node.ts';
import type { StudyFile, StudySettings } from './study-file.ts';
import { readStudy, writeStudy } from './study-folder.node.ts';
import { wholePlan } from './whole-plan.ts';

export interface BeginOptions {
  readonly signal: AbortSignal;
  readonly onLog: (record: LogRecord) => void;
  readonly kept: KeptData;
  /** Whether the faces are kept in the study's folder, so that no process and no other machine has to find them again. */
  readonly keepBeside?: boolean;
}

/** A study, and its faces where they had to be looked at. */
export interface BegunStudy {
  readonly study: StudyFile;
  readonly faces: StudyFaces | null;
}

/**
 * Begins a study, or gives the study that is already in the folder the grid that is asked for: its results stay, and
 * count where they belong to the new grid.
 *
 * @throws Error if the folder holds a study of other data or on another engine, or the grid has no cell.
 */
export async function beginStudy(settings: StudySettings, outDir: string, options: BeginOptions): Promise<BegunStudy> {
  const { datasetDirs, labelColumn, exclude, stated, splitSeed, shares, encoder, engine, threads, ...grid } = settings;
  const data = {
    datasetDirs: datasetDirs.map((dir) => realpathSync(dir)),
    labelColumn,
    exclude,
    stated,
    splitSeed,
    shares,
  };
  const before = await readStudy(outDir);
  const plan = wholePlan({ ...grid, encoder }, before?.plan ?? null);
  requireCells(plan);

  if (before) {
    requireSameStudy(before, { data, classes: plan.classes, engine, threads }, outDir);
    const study = { ...before, plan };
    await writeStudy(outDir, study, null);
    return { study, faces: await readKeptFaces(outDir, study) };
  }
  const {
    name,
    versions,
    threads: used,
  } = await startStudyEngine({ name: engine, threads }, options.kept.dataDir ?? null);
  const { faces, splitHash } = await loadStudyFaces(data, options);
  const isOf = (group: string) => faces.train.group.filter((each) => each === group).length;
  const study: StudyFile = {
    formatVersion: 1,
    data,
    plan,
    surroundings: {
      program: manifest.version,
      engine: { name, versions: { ...versions }, threads: used },
      splitHash,
      facesDigest: facesDigest(faces),
    },
    counts: {
      trainChildImages: isOf('child'),
      trainAdultImages: isOf('adult'),
      valImages: faces.val.count,
      testImages: faces.test.count,
      trainChildImagesOf: plan.classes.map((each) => childImagesOf(faces.train, each)),
    },
    testHashes: [...faces.testHashes],
  };
  if (options.keepBeside) await keepFaces(outDir, faces);
  await writeStudy(outDir, study, testImagesOf(faces.test, plan.classes));
  return { study, faces };
}

/**
 * The faces of a study that was begun before: those that are kept in its folder, or else found anew.
 *
 * @throws Error if they are no longer what they were, or this is another version of the program.
 */
export async function reopenFaces(dir: string, study: StudyFile, options: BeginOptions): Promise<StudyFaces> {
  requireSame('the program', manifest.version, study.surroundings.program);
  const kept = await readKeptFaces(dir, study);
  if (kept) return kept;
  const { faces, splitHash } = await loadStudyFaces(study.data, options);
  requireSame('the division of the subjects', splitHash, study.surroundings.splitHash);
  requireSame('what the images show', facesDigest(faces), study.surroundings.facesDigest);
  if (options.keepBeside) await keepFaces(dir, faces);
  return faces;
}

/**
 * Starts the engine of a study that was begun before.
 *
 * @throws Error if it is absent, or another version.
 */
export async function reopenEngine({ surroundings }: StudyFile, dataDir: string | null): Promise<Engine> {
  const { name, threads } = surroundings.engine;
  const engine = await startStudyEngine({ name, threads }, dataDir);
  requireSame('the engine', describe(engine), describe(surroundings.engine));
  return engine;
}

function childImagesOf({ group, emotion }: FaceSet, of: Emotion): number {
  return group.filter((each, row) => each === 'child' && EMOTIONS[emotion[row]!] === of).length;
}

/** @param name Null lets the program choose. */
export async function startStudyEngine(
  { name, threads }: Pick<StudySettings, 'threads'> & { name: StudySettings['engine'] },
  dataDir: string | null,
): Promise<Engine> {
  // TensorFlow's library reads this once, when it is loaded.
  process.env.TF_NUM_INTRAOP_THREADS = String(threads);
  return (await startEngine({ requested: name ?? undefined, dataDir })).engine;
}

/** Impossible settings end the study here; sizes that the images do not allow fail their cells, as the study shows. */
function requireCells(plan: StudyFile['plan']): void {
  const cells = studyCells(plan);
  if (cells.length === 0) {
    throw new RangeError('a study with one cell or more was expected: size 0 is for regimes without children only');
  }
  for (const cell of [...cells, ...tuningCells(plan)]) cellConfig(cell, plan);
}

function requireSameStudy(
  { data, plan, surroundings }: StudyFile,
  asked: { data: StudyFile['data']; classes: readonly string[] } & Pick<StudySettings, 'engine' | 'threads'>,
  outDir: string,
): void {
  const differing = [
    ...Object.entries(asked.data).flatMap(([name, value]) =>
      isDeepStrictEqual(value, data[name as keyof typeof data]) ? [] : [name],
    ),
    ...(isDeepStrictEqual(asked.classes, plan.classes) ? [] : ['classes']),
    ...(asked.engine === null || asked.engine === surroundings.engine.name ? [] : ['engine']),
    ...(asked.threads === surroundings.engine.threads || surroundings.engine.name !== 'tensorflow' ? [] : ['threads']),
  ];
  if (differing.length === 0) return;
  throw new Error(`${outDir} holds another study: ${differing.join(', ')} differ. Choose another --out for this one.`);
}

function requireSame(what: string, found: string, wanted: string): void {
  if (found === wanted) return;
  throw new Error(
    `the study was begun with ${what} ${wanted}; found ${found}. Its results cannot be put beside new ones: begin another ` +
      'study in another folder',
  );
}

function describe({ name, versions, threads }: Pick<Engine, 'name' | 'versions' | 'threads'>): string {
  const all = Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${name} (${all.map((each) => each.join(' ')).join(', ')}, threads ${threads})`;
}
