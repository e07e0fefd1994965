import type { MethodName } from '../contract/contract.ts';
import { filmsHandlers } from './films/films.ts';
import { approvalsHandlers } from './lab/approvals.ts';
import { comparisonsHandlers } from './lab/comparisons.ts';
import { datasetsHandlers } from './lab/datasets/datasets.ts';
import { findingsHandlers } from './lab/datasets/findings.ts';
import { lookingHandlers } from './lab/datasets/looking.ts';
import { uploadsHandlers } from './lab/datasets/uploads.ts';
import { enginesHandlers } from './lab/engines.ts';
import { modelExchangeHandlers } from './lab/exchange/model-exchange.ts';
import { federationHandlers } from './lab/federation/federation.ts';
import { modelsHandlers } from './lab/models.ts';
import { resultsHandlers } from './lab/results/results.ts';
import { runsHandlers } from './lab/runs/runs.ts';
import { machineSpeedHandlers } from './lab/study/machine-speed.ts';
import { studiesHandlers } from './lab/study/studies.ts';
import { trainWithoutHandlers } from './lab/train-without.ts';
import { wallHandlers } from './lab/wall/wall.ts';
import { auditHandlers } from './records/audit.ts';
import { backupsHandlers } from './records/backups.ts';
import { childArchiveHandlers } from './records/child-archive/child-archives.ts';
import { erasuresHandlers } from './records/erasures.ts';
import { retentionHandlers } from './records/retention.ts';
import { exportsHandlers } from './reports/exports.ts';
import { reportsHandlers } from './reports/reports.ts';
import { ratingsHandlers } from './review/blind-rating/ratings.ts';
import { momentsHandlers } from './review/moments.ts';
import { reviewHandlers } from './review/review.ts';
import type { Handlers } from './runtime/call-context.ts';
import { baselinesHandlers } from './sessions/baselines.ts';
import { entriesHandlers } from './sessions/entries.ts';
import { protocolsHandlers } from './sessions/protocols.ts';
import { runningHandlers } from './sessions/running.ts';
import { sessionListsHandlers } from './sessions/session-lists.ts';
import { sessionsHandlers } from './sessions/sessions.ts';
import { waitingHandlers } from './sessions/waiting.ts';
import { accountsHandlers } from './site/accounts.ts';
import { childrenHandlers } from './site/children.ts';
import { clockHandlers } from './site/clock.ts';
import { consentScansHandlers } from './site/consents/consent-scans.ts';
import { keysHandlers } from './site/keys.ts';
import { lockHandlers } from './site/lock.ts';
import { lslHandlers } from './site/lsl.ts';
import { markerButtonsHandlers } from './site/marker-buttons.ts';
import { siteHandlers } from './site/site.ts';
import { usersHandlers } from './site/users.ts';
import { videosHandlers } from './videos/videos.ts';

/** The contract, implemented: a method without a handler does not compile. */
export const HANDLERS: Handlers<MethodName> = {
  ...siteHandlers,
  ...keysHandlers,
  ...lockHandlers,
  ...lslHandlers,
  ...markerButtonsHandlers,
  ...usersHandlers,
  ...accountsHandlers,
  ...auditHandlers,
  ...backupsHandlers,
  ...childArchiveHandlers,
  ...clockHandlers,
  ...consentScansHandlers,
  ...erasuresHandlers,
  ...retentionHandlers,
  ...childrenHandlers,
  ...baselinesHandlers,
  ...sessionsHandlers,
  ...waitingHandlers,
  ...runningHandlers,
  ...protocolsHandlers,
  ...sessionListsHandlers,
  ...entriesHandlers,
  ...filmsHandlers,
  ...videosHandlers,
  ...reviewHandlers,
  ...momentsHandlers,
  ...ratingsHandlers,
  ...reportsHandlers,
  ...enginesHandlers,
  ...exportsHandlers,
  ...modelsHandlers,
  ...federationHandlers,
  ...modelExchangeHandlers,
  ...approvalsHandlers,
  ...comparisonsHandlers,
  ...datasetsHandlers,
  ...findingsHandlers,
  ...lookingHandlers,
  ...uploadsHandlers,
  ...runsHandlers,
  ...resultsHandlers,
  ...wallHandlers,
  ...studiesHandlers,
  ...machineSpeedHandlers,
  ...trainWithoutHandlers,
};
