import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storedFailureSchema } from '../../../contract/error.ts';
import { type Study, type StudyCell, type StudyFindings, studyFindingsSchema } from '../../../contract/study.ts';
import type { StoredStudy } from '../../../core/store/lab/studies.node.ts';
import type { CellResult } from '../../../core/study/cell-result.ts';
import { type Cell, studyCells } from '../../../core/study/study.ts';
import { cellIds, REPORT_FILES } from '../../../jobs/study/collect-study.node.ts';
import { type StudyFile, studyFileSchema, studySettingsSchema } from '../../../jobs/study/study-file.ts';
import { readResult } from '../../../jobs/study/study-folder.node.ts';
import { testLooks } from '../../../jobs/train/test-looks.node.ts';
import type { StudyNow } from '../../runtime/lab-jobs/study-runs.ts';

/** A study as its screen shows it. @param now Where it is; null where it is not under way. */
export function describeStudy(
  stored: StoredStudy,
  results: readonly (CellResult | null)[],
  now: StudyNow | null,
): Study {
  const { id, name, state, datasetNames, startedAtIso, startedBy, message } = stored;
  const { learners, regimes, sizes, seeds, budgetSteps, encoder } = studySettingsSchema.parse(stored.settings);
  const ended = (kind: CellResult['kind']) => results.filter((each) => each?.kind === kind).length;
  return {
    ...{ id, name, state, startedAtIso, startedBy, learners, regimes, sizes, budgetSteps, encoder },
    isWaiting: now?.isWaiting ?? false,
    datasetNames: [...datasetNames],
    repeats: seeds.length,
    engine: begunStudy(stored)?.surroundings.engine.name ?? null,
    cells: { all: results.length, done: ended('done'), failed: ended('failed') },
    failure: message === null ? null : storedFailureSchema.parse(JSON.parse(message)),
  };
}

/** What the study's folder says of it, as it was when its images had been read; null before. */
export function begunStudy({ study }: StoredStudy): StudyFile | null {
  return study === null ? null : studyFileSchema.parse(study);
}

/** The results of all cells, in the order of the plan; null for those that have none. */
export async function resultsOf(stored: StoredStudy, dir: string): Promise<(CellResult | null)[]> {
  const study = begunStudy(stored);
  if (!study) return plannedCells(stored).map(() => null);
  return Promise.all(cellIds(study).map((id) => readResult(dir, id)));
}

/** The cells of a study, in the order of the plan. */
export function plannedCells({ settings }: StoredStudy): Cell[] {
  const { learners, regimes, sizes, seeds } = studySettingsSchema.parse(settings);
  return studyCells({ learners, regimes, sizes, seeds });
}

export function describeCells(
  cells: readonly Cell[],
  results: readonly (CellResult | null)[],
  now: StudyNow | null,
): StudyCell[] {
  return cells.map(({ learner, regime, size, seed }, index) => {
    const result = results[index] ?? null;
    const isRunning = result === null && now?.cell === index;
    return {
      ...{ learner, regime, size, seed },
      // Settings are never drawn for a study of the window, so that no cell of it only helps to choose.
      state: result === null || result.kind === 'tuned' ? (isRunning ? 'running' : 'open') : result.kind,
      step: isRunning ? now.step : null,
      balancedAccuracy: result?.kind === 'done' ? result.figures.balancedAccuracy : null,
      failedOf: result?.kind === 'failed' ? result.code : null,
      seconds: result?.kind === 'done' ? result.seconds : null,
    };
  });
}

/** What was last made of the results; null until then. */
export async function findingsIn(dir: string): Promise<StudyFindings | null> {
  try {
    return studyFindingsSchema.parse(JSON.parse(await readFile(join(dir, REPORT_FILES.data), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** How often the test children of a study were looked at; null before it is known who they are. */
export function looksAt(stored: StoredStudy, dataDir: string): number | null {
  const hashes = begunStudy(stored)?.testHashes ?? [];
  return hashes.length === 0 ? null : Math.max(...hashes.map((hash) => testLooks(dataDir, hash)));
}
