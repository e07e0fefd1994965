import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import type { Study } from '../../../contract/study.ts';
import {
  addStudy,
  findStudy,
  listStudies,
  removeStudy,
  type StoredStudy,
  updateStudy,
} from '../../../core/store/lab/studies.node.ts';
import { inTransaction, type ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { studySettingsSchema } from '../../../jobs/study/study-file.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { folderConsent } from '../datasets/consented-subjects.ts';
import { describeCells, describeStudy, findingsIn, looksAt, plannedCells, resultsOf } from './describe-study.ts';
import { followStudy } from './follow-study.ts';
import { assertConsentHolds, studySettings } from './study-settings.ts';

type StudyHandlers = Handlers<
  | 'studies.list'
  | 'studies.get'
  | 'studies.start'
  | 'studies.stop'
  | 'studies.resume'
  | 'studies.remove'
  | 'studies.plan'
>;

/** Studies: grids of small trainings over the site's folders of images. One at a time, and none beside a run. */
export const studiesHandlers: StudyHandlers = {
  'studies.list': (context) => Promise.all(listStudies(context.db).map((stored) => described(context, stored))),

  async 'studies.get'(context, { studyId }) {
    const stored = existing(context.db, studyId);
    const dir = studyDir(context, studyId);
    const results = await resultsOf(stored, dir);
    const now = context.runtime.studyRuns.now(studyId);
    return {
      study: describeStudy(stored, results, now),
      cells: describeCells(plannedCells(stored), results, now),
      findings: await findingsIn(dir),
      preparing: now?.preparing ?? null,
      looks: looksAt(stored, context.runtime.options.dataDir),
    };
  },

  async 'studies.start'(context, question) {
    const { db, user, now } = context;
    assertMachineFree(context);
    const { settings, datasetNames } = studySettings(context, question);
    const id = crypto.randomUUID();
    const stored = inTransaction(db, () => {
      recordAction(context, 'studies.start', id);
      return addStudy(db, { id, name: question.name, settings, datasetNames, startedBy: user.id, now });
    });
    return launch(context, stored);
  },

  'studies.stop'(context, { studyId }) {
    existing(context.db, studyId);
    if (!context.runtime.studyRuns.stop(studyId)) throw new CallError('conflict', failure('lab.study-not-under-way'));
    recordAction(context, 'studies.stop', studyId);
    return {};
  },

  async 'studies.resume'(context, { studyId }) {
    assertMachineFree(context);
    const { state, settings } = existing(context.db, studyId);
    if (state === 'finished') throw new CallError('conflict', failure('lab.study-finished'));
    assertConsentHolds(context, studySettingsSchema.parse(settings));
    const stored = inTransaction(context.db, () => {
      recordAction(context, 'studies.resume', studyId);
      return updateStudy(context.db, studyId, { state: 'running', message: null })!;
    });
    return launch(context, stored);
  },

  'studies.remove'(context, { studyId }) {
    existing(context.db, studyId);
    if (context.runtime.studyRuns.now(studyId)) throw new CallError('conflict', failure('lab.study-still-under-way'));
    inTransaction(context.db, () => {
      removeStudy(context.db, studyId);
      recordAction(context, 'studies.remove', studyId);
    });
    rmSync(studyDir(context, studyId), { recursive: true, force: true });
    context.runtime.events.emit('studies.changed', {});
    return {};
  },

  'studies.plan'(context, question) {
    const { settings } = studySettings(context, question);
    // One thread each: a cluster runs many cells at once, and chooses its own engine.
    const plan = { ...settings, threads: 1 };
    return { fileName: `${fileNameOf(question.name)}.study.json`, text: `${JSON.stringify(plan, null, 2)}\n` };
  },
};

/** Where a study's cells lie. */
function studyDir({ site }: SignedInContext, studyId: string): string {
  return join(site.folder.studiesDir, studyId);
}

function launch(context: SignedInContext, stored: StoredStudy): Promise<Study> {
  const { db, runtime, site, now } = context;
  const settings = studySettingsSchema.parse(stored.settings);
  const job = { dir: studyDir(context, stored.id), settings, dataDir: runtime.options.dataDir };
  const { childIds } = folderConsent(db, settings.datasetDirs, now);
  runtime.studyRuns.start(stored.id, job, followStudy(runtime, site, stored.id), childIds);
  runtime.events.emit('studies.changed', {});
  return described(context, stored);
}

async function described(context: SignedInContext, stored: StoredStudy): Promise<Study> {
  const results = await resultsOf(stored, studyDir(context, stored.id));
  return describeStudy(stored, results, context.runtime.studyRuns.now(stored.id));
}

function existing(db: ReadableDb, studyId: string): StoredStudy {
  const study = findStudy(db, studyId);
  if (!study) throw new CallError('not-found', failure('lab.study-not-there'));
  return study;
}

/** One training fills the machine. */
function assertMachineFree({ runtime }: SignedInContext): void {
  if (runtime.studyRuns.any()) throw new CallError('conflict', failure('lab.study-under-way'));
  if (runtime.trainings.any()) throw new CallError('conflict', failure('lab.run-under-way'));
}

/** Letters, digits and hyphens: a name that every file system takes. */
function fileNameOf(name: string): string {
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'study'
  );
}
