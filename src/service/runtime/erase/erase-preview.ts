import type { ErasurePreview } from '../../../contract/records/erasures.ts';
import { pseudonymOf } from '../../../core/security/pseudonym.node.ts';
import { countErasure } from '../../../core/store/erase/erase.node.ts';
import type { ErasureScope } from '../../../core/store/erase/erasure-scope.node.ts';
import { stillNamed } from '../../../core/store/erase/still-named.node.ts';
import { countEntriesOf, countHandedOut } from '../../../core/store/erase/traces.node.ts';
import { modelsMadeWith } from '../models/model-marks.ts';
import { knownBackups } from '../records/known-backups.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { readWaitDays } from './erase-wait.ts';

/** What an erasure would take, and what would stay; nothing is changed. */
export function previewErasure(runtime: Runtime, site: OpenSite, scope: ErasureScope): ErasurePreview {
  const { db, folder } = site;
  const { childId, code } = scope.of;
  const counts = countErasure(db, scope);
  return {
    childCode: code,
    pseudonym: pseudonymOf(ensureReportSecrets(db).pseudonymSecret, 'child', childId),
    counts,
    running: scope.runningIds.length,
    models: scope.whole === 'child' || counts.pictures > 0 ? modelsMadeWith(runtime, site, [{ code }]) : [],
    backups: knownBackups(folder),
    handedOut: countHandedOut(db, scope),
    auditEntries: countEntriesOf(db, scope),
    stillNamed: scope.childId === null ? [] : stillNamed(db, code, scope),
    waitDays: readWaitDays(db),
  };
}
