import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { writeFileAtomically } from '../../core/security/atomic-file.node.ts';
import { type CellResult, type CellTaken, cellResultSchema, cellTakenSchema } from '../../core/study/cell-result.ts';
import { type TestImages, testImagesSchema } from '../../core/study/test-images.ts';
import { type StudyFile, studyFileSchema } from './study-file.ts';

/**
 * The folder of a study. `study.json` is its plan, `test-images.json` what its tests truly show, `cells/ID.json` the
 * result of a cell, `unfinished/ID.bin` the checkpoint of one that is under way, with `ID.json`, which says what it has taken, `locks/` who runs what.
 */
export const STUDY_PATHS = {
  study: (dir: string) => join(dir, 'study.json'),
  test: (dir: string) => join(dir, 'test-images.json'),
  results: (dir: string) => join(dir, 'cells'),
  result: (dir: string, id: string) => join(dir, 'cells', `${id}.json`),
  checkpoint: (dir: string, id: string) => join(dir, 'unfinished', `${id}.bin`),
  taken: (dir: string, id: string) => join(dir, 'unfinished', `${id}.json`),
  /** What a cell's locks are called but for their number: cell-lock.node.ts. */
  lock: (dir: string, id: string) => join(dir, 'locks', id),
} as const;

/** @returns Null where no study was begun. @throws Error if the file is damaged. */
export async function readStudy(dir: string): Promise<StudyFile | null> {
  const study = await readJson(STUDY_PATHS.study(dir), studyFileSchema);
  return study && withDirs(study, (each) => resolve(dir, each));
}

/** @throws Error if it is missing or damaged. */
export async function readTestImages(dir: string): Promise<TestImages> {
  const test = await readJson(STUDY_PATHS.test(dir), testImagesSchema);
  if (!test) throw new Error(`${STUDY_PATHS.test(dir)} is missing: begin the study anew in another folder`);
  return test;
}

/** Its datasets are written as seen from the folder, so that both can move together. Makes the folder of a study, or gives the one that is there another grid. */
export async function writeStudy(dir: string, study: StudyFile, test: TestImages | null): Promise<void> {
  for (const folder of ['cells', 'unfinished', 'locks']) await mkdir(join(dir, folder), { recursive: true });
  const { classes, truth, subject } = test ?? (await readTestImages(dir));
  writeFileAtomically(STUDY_PATHS.test(dir), JSON.stringify({ classes, truth, subject }));
  const seenFromHere = withDirs(study, (each) => relative(dir, each).replaceAll('\\', '/'));
  writeFileAtomically(STUDY_PATHS.study(dir), `${JSON.stringify(seenFromHere, null, 2)}\n`);
}

function withDirs(study: StudyFile, placeOf: (dir: string) => string): StudyFile {
  const { datasetDirs, stated, ...data } = study.data;
  const placed = stated.map((each) => ({ ...each, dir: placeOf(each.dir) }));
  return { ...study, data: { datasetDirs: datasetDirs.map(placeOf), stated: placed, ...data } };
}

/** @returns Null while the cell has not come to its end. @throws Error if the file is damaged. */
export async function readResult(dir: string, id: string): Promise<CellResult | null> {
  return readJson(STUDY_PATHS.result(dir, id), cellResultSchema);
}

/** Written under another name and renamed: whoever reads finds a whole result or none. */
export function writeResult(dir: string, result: CellResult): void {
  writeFileAtomically(STUDY_PATHS.result(dir, result.id), `${JSON.stringify(result)}\n`);
}

/** What a cell under way had taken when it was begun, or when its checkpoint was written. @throws Error if it is damaged. */
export async function readTaken(dir: string, id: string): Promise<CellTaken> {
  return (await readJson(STUDY_PATHS.taken(dir, id), cellTakenSchema)) ?? { steps: 0, rows: 0, seconds: 0, starts: 0 };
}

export function writeTaken(dir: string, id: string, taken: CellTaken): void {
  writeFileAtomically(STUDY_PATHS.taken(dir, id), `${JSON.stringify(taken)}\n`);
}

async function readJson<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T> | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is damaged or of another version; delete it to have it made again`, { cause });
  }
}
