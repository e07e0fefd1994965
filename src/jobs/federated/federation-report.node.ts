import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { failure } from '../../core/words/failure.ts';
import { RoundRefused } from './round-refused.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const line = z.string().trim().min(1).max(200);

/** What the coordinator wrote of a federation that has ended. Fields that the card does not tell are not read. */
const reportSchema = z.object({
  format: z.literal('faceward-federation/1'),
  rounds: count,
  sites: z
    .array(z.object({ site: line, rounds: count, images: z.union([count, line]), imagesAs: z.enum(['count', 'band']) }))
    .min(1)
    .max(1000),
  share: z.enum(['encoder', 'all']),
  secureAggregation: z.boolean().default(false),
  differentialPrivacy: z.record(z.string(), z.json()).nullable().default(null),
  startSha256: sha256,
  weightsSha256: sha256,
  appDigest: line.optional(),
  flower: line.optional(),
});

export type FederationReport = z.output<typeof reportSchema>;

/** @throws RoundRefused "weights" saying what is wrong with it. */
export function readFederationReport(file: string): FederationReport {
  const refuse = (why: string, cause?: unknown) =>
    new RoundRefused('weights', failure('federation.report-wrong', { file, why }), { cause });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refuse((cause as Error).message, cause);
  }
  const result = reportSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw refuse(`${issue!.path.join('.') || 'the whole'}: ${issue!.message}`);
}

/** Markdown for the card: who took part, in how many rounds, with how many images, and what was done with the weights. */
export function federationNotes(report: FederationReport): string {
  const { rounds, sites, share, secureAggregation, differentialPrivacy, appDigest, flower } = report;
  const rows = sites.map(({ site, rounds: own, images, imagesAs }) => {
    const told = imagesAs === 'band' ? `${images} or more (a band)` : String(images);
    return `| ${asCell(site)} | ${own} | ${asCell(told)} |`;
  });
  const what = share === 'all' ? 'All weights' : 'The weights of the encoder';
  return [
    '### Made by several sites',
    '',
    `${what} were averaged in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, weighed by child images. No image left its site. Temperature, threshold, the head ` +
      'where it is not shared, and every figure of this card are of this site’s own children.',
    '',
    '| site | rounds | child images |',
    '| --- | --- | --- |',
    ...rows,
    '',
    secureAggregation
      ? 'Aggregation was secure: the coordinator saw sums only.'
      : 'The coordinator saw the weights of each site.',
    differentialPrivacy === null
      ? 'No differential privacy: count the weights as personal data until shown otherwise.'
      : `Differential privacy: \`${JSON.stringify(differentialPrivacy).replaceAll('`', '')}\`.`,
    ...(flower === undefined ? [] : [`Flower ${asCell(flower)}${appDigest ? `, app \`${asCell(appDigest)}\`` : ''}.`]),
  ].join('\n');
}

/** Others' words in a table of Markdown are text and nothing else. */
function asCell(text: string): string {
  return text.replaceAll(/[|<>[\]`\\\r\n]/g, ' ');
}
