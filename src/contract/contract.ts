import { z } from 'zod';
import { logRecordSchema } from '../core/training/log-record.ts';
import { baselinesMethods } from './baselines.ts';
import { childrenMethods } from './children.ts';
import { datasetsMethods, indexingSchema } from './datasets.ts';
import { enginesMethods } from './engines.ts';
import { entriesMethods } from './entries.ts';
import { filmsMethods } from './films.ts';
import { ofRun } from './lab-schemas.ts';
import { lockMethods } from './lock.ts';
import { lslMethods } from './lsl/lsl.ts';
import { comparisonsMethods } from './model-life/comparisons.ts';
import { federationMethods } from './model-life/federation.ts';
import { modelExchangeMethods } from './model-life/model-exchange.ts';
import { modelsMethods } from './models.ts';
import { accountsMethods } from './people/accounts.ts';
import { consentScansMethods } from './people/consent-scans.ts';
import { protocolsMethods } from './protocols.ts';
import { auditMethods } from './records/audit.ts';
import { backupsMethods } from './records/backups.ts';
import { childArchiveMethods } from './records/child-archive.ts';
import { clockMethods } from './records/clock.ts';
import { erasuresMethods } from './records/erasures.ts';
import { keysMethods } from './records/keys.ts';
import { retentionMethods } from './records/retention.ts';
import { waitingMethods } from './records/waiting.ts';
import { resultsMethods } from './results.ts';
import { momentsMethods } from './review/moments.ts';
import { ratingsMethods } from './review/ratings.ts';
import { exportSchema, reportsMethods } from './review/reports.ts';
import { reviewMethods } from './review/review.ts';
import { trendsMethods } from './review/trends.ts';
import { videosMethods } from './review/videos.ts';
import { sessionsMethods } from './sessions.ts';
import { siteMethods } from './site.ts';
import { studyMethods } from './study.ts';
import { runSchema, trainingMethods } from './training.ts';
import { wallMethods } from './wall.ts';

/**
 * Everything the program can be asked, from a window over Electron's IPC, from a browser over a WebSocket, or from
 * the command line: name -> { input, output, access }. Hosts parse both ways; only service/ implements it.
 */
export const METHODS = {
  ...siteMethods,
  ...accountsMethods,
  ...auditMethods,
  ...backupsMethods,
  ...childArchiveMethods,
  ...clockMethods,
  ...erasuresMethods,
  ...retentionMethods,
  ...keysMethods,
  ...lockMethods,
  ...lslMethods,
  ...childrenMethods,
  ...consentScansMethods,
  ...baselinesMethods,
  ...sessionsMethods,
  ...waitingMethods,
  ...entriesMethods,
  ...filmsMethods,
  ...videosMethods,
  ...protocolsMethods,
  ...reviewMethods,
  ...trendsMethods,
  ...momentsMethods,
  ...ratingsMethods,
  ...reportsMethods,
  ...enginesMethods,
  ...modelsMethods,
  ...modelExchangeMethods,
  ...federationMethods,
  ...datasetsMethods,
  ...comparisonsMethods,
  ...trainingMethods,
  ...resultsMethods,
  ...wallMethods,
  ...studyMethods,
} as const;

export type Methods = typeof METHODS;
export type MethodName = keyof Methods;
export type Input<N extends MethodName> = z.input<Methods[N]['input']>;
export type ParsedInput<N extends MethodName> = z.output<Methods[N]['input']>;
export type Output<N extends MethodName> = z.output<Methods[N]['output']>;

/** What the program announces by itself. A client that hears one asks again for what it shows. */
export const EVENTS = {
  'site.changed': z.object({}),
  'children.changed': z.object({}),
  'lsl.changed': z.object({}),
  'protocols.changed': z.object({}),
  'sessions.changed': z.object({ sessionId: z.string() }),
  'baselines.changed': z.object({ childId: z.string() }),
  'ratings.changed': z.object({}),
  'erasures.changed': z.object({}),
  'exports.changed': z.object({ export: exportSchema }),
  'models.changed': z.object({}),
  'datasets.changed': z.object({}),
  'datasets.indexing': z.object({ datasetId: z.string(), indexing: indexingSchema }),
  'comparisons.changed': z.object({}),
  'runs.changed': z.object({ run: runSchema }),
  'results.changed': ofRun,
  'studies.changed': z.object({}),
  'studies.step': z.object({ studyId: z.string(), cell: z.number().int(), step: z.number().int() }),
  'runs.log': z.object({ runId: z.string(), record: logRecordSchema }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventData<N extends EventName> = z.output<(typeof EVENTS)[N]>;

/** True for a name of the contract and for nothing that an object merely inherits. */
export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(METHODS, name);
}
