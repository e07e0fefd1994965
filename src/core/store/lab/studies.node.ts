import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import type { StoredStudyState } from './study-states.ts';

/** A study of the site. Its cells are files in its folder. */
export interface StoredStudy {
  readonly id: string;
  readonly name: string;
  readonly state: StoredStudyState;
  /** As it was asked for, as plain data: enough to begin it, and to go on. */
  readonly settings: unknown;
  readonly datasetNames: readonly string[];
  /** What its folder says of it, as plain data; null until its images were read. */
  readonly study: unknown;
  readonly startedAtIso: string;
  /** Name of who started it. */
  readonly startedBy: string;
  /** Why it failed, as a failure in JSON; null where it did not. */
  readonly message: string | null;
}

const SELECT = `
  SELECT studies.id, studies.name, state, settings_json AS settingsJson, dataset_names_json AS datasetNamesJson,
         study_json AS studyJson, started_at AS startedAtIso, users.name AS startedBy, message
  FROM studies JOIN users ON users.id = studies.started_by`;

/** Newest first. */
export function listStudies(db: ReadableDb): StoredStudy[] {
  return db.prepare<[], StudyRow>(`${SELECT} ORDER BY started_at DESC, studies.rowid DESC`).all().map(studyOf);
}

export function findStudy(db: ReadableDb, studyId: string): StoredStudy | null {
  const row = db.prepare<[string], StudyRow>(`${SELECT} WHERE studies.id = ?`).get(studyId);
  return row ? studyOf(row) : null;
}

/** Enters a study as running. @param startedBy Id of the user. */
export function addStudy(
  db: WritableDb,
  {
    settings,
    datasetNames,
    now,
    ...study
  }: Pick<StoredStudy, 'id' | 'name' | 'settings' | 'datasetNames' | 'startedBy'> & { readonly now: Date },
): StoredStudy {
  return inTransaction(db, () => {
    const result = db
      .prepare(
        `INSERT INTO studies (id, name, state, settings_json, dataset_names_json, started_at, started_by)
         VALUES (@id, @name, 'running', @settings, @datasetNames, @startedAt, @startedBy)`,
      )
      .run({
        ...study,
        settings: JSON.stringify(settings),
        datasetNames: JSON.stringify(datasetNames),
        startedAt: now.toISOString(),
      });
    assertOneChanged(result, 'adding a study');
    return existing(db, study.id);
  });
}

/** What is left out stays. @returns Null where there is no such study. */
export function updateStudy(
  db: WritableDb,
  studyId: string,
  change: Partial<Pick<StoredStudy, 'state' | 'study' | 'message'>>,
): StoredStudy | null {
  return inTransaction(db, () => {
    const before = findStudy(db, studyId);
    if (!before) return null;
    const { state, study, message } = { ...before, ...change };
    const result = db
      .prepare('UPDATE studies SET state = @state, study_json = @study, message = @message WHERE id = @id')
      .run({ id: studyId, state, message, study: study === null ? null : JSON.stringify(study) });
    assertOneChanged(result, 'updating a study');
    return existing(db, studyId);
  });
}

/** Forgets a study; its folder is left to the caller. @returns False where there is none. */
export function removeStudy(db: WritableDb, studyId: string): boolean {
  return db.prepare('DELETE FROM studies WHERE id = ?').run(studyId).changes === 1;
}

/** Marks the studies that were running when the program last ended. Call it once after opening. */
export function interruptStudies(db: WritableDb): void {
  db.prepare("UPDATE studies SET state = 'interrupted' WHERE state = 'running'").run();
}

/** How fast this machine was when it was last measured, as plain data; null before. */
export interface StoredSpeed {
  readonly measuredAtIso: string;
  /** With which net and batch it was measured. */
  readonly question: unknown;
  readonly speed: unknown;
}

export function readSpeed(db: ReadableDb): StoredSpeed | null {
  const row = db
    .prepare<[], { measuredAtIso: string; questionJson: string; speedJson: string }>(
      'SELECT measured_at AS measuredAtIso, question_json AS questionJson, speed_json AS speedJson FROM machine_speed',
    )
    .get();
  if (!row) return null;
  return {
    measuredAtIso: row.measuredAtIso,
    question: JSON.parse(row.questionJson),
    speed: JSON.parse(row.speedJson),
  };
}

export function writeSpeed(db: WritableDb, { measuredAtIso, question, speed }: StoredSpeed): void {
  const result = db
    .prepare('INSERT OR REPLACE INTO machine_speed (one, measured_at, question_json, speed_json) VALUES (1, ?, ?, ?)')
    .run(measuredAtIso, JSON.stringify(question), JSON.stringify(speed));
  assertOneChanged(result, 'keeping the speed of the machine');
}

function existing(db: ReadableDb, studyId: string): StoredStudy {
  const study = findStudy(db, studyId);
  if (!study) throw new Error(`study ${studyId} was just written and is not there`);
  return study;
}

interface StudyRow extends Omit<StoredStudy, 'settings' | 'datasetNames' | 'study'> {
  readonly settingsJson: string;
  readonly datasetNamesJson: string;
  readonly studyJson: string | null;
}

function studyOf({ settingsJson, datasetNamesJson, studyJson, ...row }: StudyRow): StoredStudy {
  return {
    ...row,
    settings: JSON.parse(settingsJson),
    datasetNames: JSON.parse(datasetNamesJson),
    study: studyJson === null ? null : JSON.parse(studyJson),
  };
}
