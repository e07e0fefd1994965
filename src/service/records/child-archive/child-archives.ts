import { basename } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import { findChild } from '../../../core/store/people/children.node.ts';
import { listSessions } from '../../../core/store/sessions/sessions.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { reportInput } from '../../reports/report-input.ts';
import type { ReportTaskInput } from '../../reports/report-task.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { createQueryThread } from '../../runtime/query-thread.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { ensureReportSecrets } from '../../runtime/records/report-secrets.ts';
import { assertPlace } from '../place-for-file.ts';
import { TOO_LARGE } from './child-archive-task.ts';

/** More is not handed to a window at once: the command line writes it into a file. */
const MOST_BYTES = 512 * 2 ** 20;

const FORMATS = ['pdf', 'json', 'csv'] as const;

/** All that the site keeps of one child, for the family that asks for it. */
export const childArchiveHandlers: Handlers<'children.archive'> = {
  async 'children.archive'(context, { childId, language, file }) {
    const { db, site, now } = context;
    const child = findChild(db, childId, now);
    if (!child) throw new CallError('not-found', failure('children.not-there'));
    if (file !== null) assertPlace(file, failure('children.archive-there', { file }));
    const sessions = listSessions(db).filter((session) => session.childId === childId);
    if (sessions.some(({ state }) => state === 'running')) {
      throw new CallError('conflict', failure('children.archive-running', { code: child.code }));
    }
    recordAction(context, 'children.archive', childId);
    ensureReportSecrets(db);
    const reports: ReportTaskInput[] = [];
    for (const { id: sessionId } of sessions.filter(({ setAside }) => !setAside)) {
      for (const format of FORMATS) {
        reports.push(await reportInput(context, { sessionId, format, language, isIdentified: true }));
      }
    }
    // One of its own: it must not keep reports and reviews waiting.
    const thread = createQueryThread(site.folder.storeFile, site.key);
    try {
      const input = { childId, folder: site.folder, key: site.key, reports, atIso: now.toISOString() };
      const made = await thread.run('child-archive', { ...input, file, mostBytes: MOST_BYTES });
      const fileName = file === null ? `child-${child.code}.zip` : basename(file);
      return { fileName, mediaType: 'application/zip', ...made };
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      if (found === TOO_LARGE) {
        const most = MOST_BYTES / 2 ** 20;
        throw new CallError('conflict', failure('children.archive-too-large', { most, code: child.code }), {
          cause: error,
        });
      }
      throw new CallError('failed', failure('children.archive-not-made', { code: child.code, found }), {
        cause: error,
      });
    } finally {
      await thread.close();
    }
  },
};
