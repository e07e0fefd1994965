import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { writeFileAtomically } from '../../core/security/atomic-file.node.ts';
import { type CellResult, cellResultSchema } from '../../core/study/cell-result.ts';
import { type TestImages, testImagesSchema } from '../../core/study/test-images.ts';
import { type StudyFile, studyFileSchema } from './study-file.ts';

/**
 * The folder of a study. `study.json` is its plan, `test-images.json` what its tests truly show, `cells/ID.json` the
 * result of a cell, `unfinished/ID.bin` the checkpoint of one that is under way, `locks/` who runs what.
 */
export const STUDY_PATHS = {
  study: (dir: string) => join(dir, 'study.json'),
  test: (dir: string) => join(dir, 'test-images.json'),
  result: (dir: string, id: string) => join(dir, 'cells', `${id}.json`),
  checkpoint: (dir: string, id: string) => join(dir, 'unfinished', `${id}.bin`),
  lock: (dir: string, id: string) => join(dir, 'locks', id),
} as const;

/** @returns Null where no study was begun. @throws Error if the file is damaged. */
export async function readStudy(dir: string): Promise<StudyFile | null> {
  return readJson(STUDY_PATHS.study(dir), studyFileSchema);
}

/** @throws Error if it is missing or damaged. */
export async function readTestImages(dir: string): Promise<TestImages> {
  const test = await readJson(STUDY_PATHS.test(dir), testImagesSchema);
  if (!test) throw new Error(`${STUDY_PATHS.test(dir)} is missing: begin the study anew in another folder`);
  return test;
}

/** Makes the folder of a study, or gives the one that is there another grid. */
export async function writeStudy(dir: string, study: StudyFile, test: TestImages | null): Promise<void> {
  for (const folder of ['cells', 'unfinished', 'locks']) await mkdir(join(dir, folder), { recursive: true });
  const { classes, truth, subject } = test ?? (await readTestImages(dir));
  writeFileAtomically(STUDY_PATHS.test(dir), JSON.stringify({ classes, truth, subject }));
  writeFileAtomically(STUDY_PATHS.study(dir), `${JSON.stringify(study, null, 2)}\n`);
}

/** @returns Null while the cell has not come to its end. @throws Error if the file is damaged. */
export async function readResult(dir: string, id: string): Promise<CellResult | null> {
  return readJson(STUDY_PATHS.result(dir, id), cellResultSchema);
}

/** Written under another name and renamed: whoever reads finds a whole result or none. */
export function writeResult(dir: string, result: CellResult): void {
  writeFileAtomically(STUDY_PATHS.result(dir, result.id), `${JSON.stringify(result)}\n`);
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
