import { z } from 'zod';
import { REPORT_FORMAT } from '../report-document.ts';
import { reportSchema } from './report-schema.ts';

/** Its name beside JSON reports. */
export const JSON_SCHEMA_NAME = 'schema.json';

/**
 * The JSON Schema (draft 2020-12) of JSON reports, as a file. A report may have fields that it does not name: a later
 * version of the program adds some without raising the format.
 */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema, { io: 'input', reused: 'inline' });
  return `${JSON.stringify({ title: `Faceward session report, ${REPORT_FORMAT}`, ...schema }, null, 2)}\n`;
}
