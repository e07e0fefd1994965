import type { Handlers } from './call-context.ts';
import { reportInput } from './report-input.ts';
import { makeReport } from './report-task.ts';

/** A session as a file for people outside the program. */
export const reportsHandlers: Handlers<'sessions.report'> = {
  async 'sessions.report'(work, request) {
    const { fileName, mediaType, bytes } = await makeReport(work.db, await reportInput(work, request));
    return { fileName, mediaType, bytes };
  },
};
