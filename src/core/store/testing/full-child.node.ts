import { inTransaction, type WritableDb } from '../store.node.ts';

/** What stands of a child in {@link putFullChild}, beside its code: none of it may be found after an erasure. */
export const REMARKS = 'cried for her rabbit';
export const MARKER_TEXT = 'port needle left';
export const SEEN = 'held on to the bed rail';
export const GIVER = 'grandmother Oleander';

/** The bytes of a picture, so that they are found by nothing else. */
export function pictureBytes(seed: number): Uint8Array {
  let state = Math.imul(seed, 2_654_435_761 | 0);
  return Uint8Array.from({ length: 3600 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 24;
  });
}

/** The bytes of the readings of a session, by its key: those of reading i begin with byte i. */
export const readingBytes = (key: number) => pictureBytes(1_000_000 + key);

/**
 * A child with a row in every table that can have one, in a store with a user and a model. Its session has the key and, with
 * an id beside it, a second one that was read from a film of the first.
 *
 * @returns The ids of its sessions.
 */
export function putFullChild(db: WritableDb, child: FullChild): string[] {
  return inTransaction(db, () => put(db, child));
}

interface FullChild {
  readonly code: string;
  readonly key: number;
  readonly userId: string;
  readonly modelId: string;
}

function put(db: WritableDb, { code, key, userId, modelId }: FullChild): string[] {
  const run = (sql: string, ...values: unknown[]) => db.prepare<unknown[]>(sql).run(...values);
  const [child, live, film] = [`child-${key}`, `session-${key}`, `film-${key}`];
  const at = '2026-03-05T12:00:00.000Z';
  run('INSERT INTO children (id, code, birth_month, added_at) VALUES (?, ?, ?, ?)', child, code, '2019-02', at);
  run(
    `INSERT INTO consents (id, child_id, monitor, keep_crops, train, share_weights, given_by, child_assented, from_at, until_date)
     VALUES (?, ?, 1, 1, 1, 0, ?, 1, ?, '2026-12-31')`,
    `consent-${key}`,
    child,
    GIVER,
    at,
  );
  const scan = Buffer.from(`%PDF-1.7 signed by ${GIVER}`);
  run(
    `INSERT INTO consent_scans VALUES (?, ?, ?, 'application/pdf', ?, ?, ?)`,
    `scan-${key}`,
    `consent-${key}`,
    child,
    scan,
    at,
    userId,
  );
  run(`INSERT INTO cautions VALUES (?, ?, 'tube', ?, ?, ?, NULL)`, `caution-${key}`, child, SEEN, userId, at);
  const session = `INSERT INTO sessions (key, id, child_id, model_id, model_version, source, recording_name, live_session_id,
    started_at, started_by, duration_ms, state, sample_count, notes) VALUES (?, ?, ?, ?, '1', ?, ?, ?, ?, ?, 60000, 'stopped', 200, ?)`;
  run(session, key, live, child, modelId, 'webcam', null, null, at, userId, REMARKS);
  run(session, key + 1, film, child, modelId, 'recording', `${code} morning.mp4`, live, at, userId, '');
  for (const each of [key, key + 1]) {
    run('INSERT INTO batches VALUES (?, 0, 60000)', each);
    for (let i = 0; i < 200; i += 1) {
      run(
        'INSERT INTO samples (session_key, at_ms, batch, emotion, probabilities, box, quality) VALUES (?, ?, 0, 3, ?, zeroblob(16), zeroblob(16))',
        each,
        i * 300,
        readingBytes(each).slice(i, i + 28),
      );
    }
    run(`INSERT INTO gaps (session_key, from_ms, to_ms, reason) VALUES (?, 100, 200, 'covered')`, each);
    run(
      'INSERT INTO markers (id, session_key, at_ms, kind, text, by_user) VALUES (?, ?, 100, ?, ?, ?)',
      `marker-${each}`,
      each,
      'needle',
      MARKER_TEXT,
      userId,
    );
    const seen = JSON.stringify({ kind: 'note', text: SEEN });
    run(`INSERT INTO observations VALUES (?, ?, 100, ?, ?, ?)`, `seen-${each}`, each, seen, userId, at);
    run(`INSERT INTO annotations VALUES (?, ?, 0, 100, 'fear', ?, ?, ?)`, `label-${each}`, each, SEEN, userId, at);
    run(
      `INSERT INTO baselines (id, child_id, version, session_key, model_id, model_version, from_ms, to_ms, sample_count,
         probabilities_json, note, recorded_at, by_user) VALUES (?, ?, ?, ?, ?, '1', 0, 100, 10, '[]', ?, ?, ?)`,
      `baseline-${each}`,
      child,
      each,
      each,
      modelId,
      REMARKS,
      at,
      userId,
    );
    run('INSERT INTO rollups VALUES (?, 1000, 0, zeroblob(56), zeroblob(32))', each);
    run('INSERT INTO summaries VALUES (?, ?)', each, JSON.stringify({ of: code, said: SEEN }));
    run(`INSERT INTO session_turns VALUES (?, 0, 'gone-on', ?)`, each, userId);
    run('INSERT INTO session_plans VALUES (?, NULL, ?)', each, JSON.stringify([SEEN]));
    run('INSERT INTO videos VALUES (?, ?, 100)', each, `video-${each}`);
    run('INSERT INTO video_fragments VALUES (?, 0, 0, 1000, 100, 0)', each);
    for (const atMs of [100, 400]) run('INSERT INTO crops VALUES (?, ?, ?)', each, atMs, pictureBytes(each + atMs));
    putIntoDatasets(run, { key: each, code, userId });
    putIntoRatings(run, { key: each, userId, at });
  }
  run(
    `INSERT INTO exports VALUES (?, '["csv"]', 'en', 1, 'finished', ?, ?, ?, ?)`,
    `export-${key}`,
    JSON.stringify([{ childCode: code, startedAtIso: at, format: 'csv', why: null }]),
    at,
    userId,
    JSON.stringify([live, 'another']),
  );
  run(
    `INSERT INTO export_files VALUES (?, ?, 'csv', ?, 'text/csv', ?)`,
    `export-${key}`,
    live,
    `${code}.csv`,
    Buffer.from(SEEN),
  );
  return [live, film];
}

type Run = (sql: string, ...values: unknown[]) => unknown;

function putIntoDatasets(run: Run, { key, code, userId }: { key: number; code: string; userId: string }): void {
  const dataset = `INSERT OR IGNORE INTO datasets (id, name, dir, kind, images, children, adults, images_by_emotion_json,
    subjects_known, problems_json, problem_count) VALUES (?, 'kept', ?, 'kept-pictures', 0, 0, 0, '{}', 1, '[]', 0)`;
  run(dataset, 'kept', 'kept-pictures:kept');
  run(dataset, 'doubt', 'moments-of-doubt:');
  run(`INSERT INTO dataset_pictures VALUES ('kept', ?, 100, 'fear')`, key);
  run(
    `INSERT INTO dataset_images (key, dataset_id, path, subject, state) VALUES (?, 'doubt', ?, ?, 'face')`,
    key,
    `${code}/${key}`,
    code,
  );
  run('INSERT INTO dataset_faces VALUES (?, ?)', key, pictureBytes(key + 400));
  run(`INSERT INTO image_readings VALUES (?, 'digest', zeroblob(28))`, key);
  run(`INSERT INTO image_labels (image_key, user_id, label, at) VALUES (?, ?, 'fear', '2026-03-05')`, key, userId);
  run(
    `INSERT OR IGNORE INTO runs (id, name, state, learner, regime, epochs, seed, engine, dataset_names_json, job_json, started_at, started_by)
     VALUES ('run', 'run', 'finished', 'supcon', 'mixed', 1, 1, 'wasm', '[]', '{}', '2026-03-05', ?)`,
    userId,
  );
  run(`INSERT INTO run_images VALUES ('run', ?, 'test', 'fear', zeroblob(28), NULL)`, key);
  run('INSERT INTO moment_images VALUES (?, ?, 400)', key, key);
}

function putIntoRatings(run: Run, { key, userId, at }: { key: number; userId: string; at: string }): void {
  run(`INSERT OR IGNORE INTO rating_tasks VALUES (1, 'task', 'task', 1, 1000, 1, 1, ?, ?, NULL)`, at, userId);
  run(`INSERT INTO rating_stretches VALUES (?, ?, 1, ?, 0, 1000, NULL)`, key, `stretch-${key}`, key);
  run(`INSERT INTO ratings VALUES (?, ?, ?, 'fear', ?)`, key, userId, key, at);
}
