import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { parseSetting } from '../../../contract/training-settings/training-settings.ts';
import { ABLATION_FACTS, ABLATIONS } from '../../../core/study/ablations.ts';
import { SETTINGS_OF_GRID } from '../../../core/study/cell-config.ts';
import { SETTINGS, type Settings } from '../../../core/training/settings/settings.ts';
import { schemaFault } from '../../../core/words/schema-fault.ts';
import type { StudyFile, StudySettings } from '../../../jobs/study/study-file.ts';
import { Misuse } from '../misuse.ts';
import { names } from '../option-values.ts';

/**
 * A study as the program saved it. Its datasets lie where it says, seen from its own folder, unless somebody says otherwise.
 *
 * @throws Misuse for what no program saved.
 */
export async function planIn(
  file: string,
  dataset: readonly string[] | undefined,
  root: string | undefined,
): Promise<StudySettings> {
  const { studySettingsSchema } = await import('../../../jobs/study/study-file.ts');
  const wanted = `a study that Faceward has saved was expected in ${file}`;
  const plan = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as object)
    .catch((error: Error) => {
      throw new Misuse(`${wanted}; ${error.message}.`);
    });
  const parsed = studySettingsSchema.safeParse(
    { ...plan, ...(dataset ? { datasetDirs: dataset } : {}) },
    { reportInput: true },
  );
  if (parsed.success) {
    const { datasetDirs, stated, ...rest } = parsed.data;
    if (dataset) return parsed.data;
    const beside = (dir: string) => resolve(dirname(file), dir);
    const placed = {
      datasetDirs: datasetDirs.map(beside),
      stated: stated.map((each) => ({ ...each, dir: beside(each.dir) })),
    };
    return { ...rest, ...dataUnder(placed, root) };
  }
  throw new Misuse(`${wanted}; found: ${schemaFault(parsed.error.issues[0]!)}.`);
}

/**
 * The same data where it lies on this machine: each dataset by its name in `root`.
 *
 * @throws Misuse for a dataset that is not there.
 */
export function dataUnder<Data extends Pick<StudyFile['data'], 'datasetDirs' | 'stated'>>(
  data: Data,
  root: string | undefined,
): Data {
  if (root === undefined) return data;
  const under = (dir: string) => {
    // A plan of another system has its own kind of path.
    const here = join(resolve(root), basename(dir.replaceAll('\\', '/')));
    if (!existsSync(here)) throw new Misuse(`the study's dataset ${here} was expected; found none there.`);
    return here;
  };
  const { datasetDirs, stated } = data;
  return {
    ...data,
    datasetDirs: datasetDirs.map(under),
    stated: stated.map((each) => ({ ...each, dir: under(each.dir) })),
  };
}

const SETTABLE = (Object.keys(SETTINGS) as (keyof Settings)[]).filter((name) => !SETTINGS_OF_GRID.includes(name));

/** "temperature=0.5", once for each setting. @throws Misuse saying what was expected. */
export function settingsIn(texts: readonly string[]): Partial<Settings> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name, value, ...more] = text.split('=');
      if (!SETTABLE.includes(name as keyof Settings) || value === undefined || more.length > 0) {
        throw new Misuse(`--set NAME=VALUE was expected, of ${SETTABLE.join(', ')}; found "${text}".`);
      }
      try {
        return [name, parseSetting(name as keyof Settings, value)];
      } catch (error) {
        throw new Misuse(`--set: ${(error as Error).message}.`);
      }
    }),
  );
}

/** Some of these names, in their order, each once. */
export function someOf<T extends string>(all: readonly T[]): (text: string) => T[] {
  return (text) => {
    const asked = names(text);
    const chosen = all.filter((each) => asked.includes(each));
    if (chosen.length !== asked.length) {
      throw new InvalidArgumentError(`One or more of ${all.join(', ')} were expected, each once.`);
    }
    return chosen;
  };
}

export function numbers(each: (text: string) => number): (text: string) => number[] {
  return (text) => [...new Set(names(text).map(each))];
}

export function ablationHelp(): string {
  return ABLATIONS.map((each) => `${each}: ${ABLATION_FACTS[each].says}`).join('; ');
}
