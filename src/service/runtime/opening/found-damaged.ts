import { isCorruption, judgePages } from '../../../core/store/opening/inspect-pages.node.ts';
import { holdLog, releaseLog } from '../../../core/store/store.node.ts';
import { DamagedStoreError } from '../../../core/store/store-errors.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { reportIncident, toCallError } from '../to-call-error.ts';

/**
 * Checks every page of a store that was just opened, in the thread that reads; until it is done the file is not written to. Found
 * damaged, it stays as it is: everybody is told, nothing is answered any more but what a running session needs, which goes on
 * in the log beside the file, and whoever signs in next is refused as at the opening of any damaged store.
 */
export function checkInBackground(runtime: Runtime, site: OpenSite): void {
  if (!site.demo) begin(runtime, site, false);
}

/**
 * Does what replaces the store, and so waits until its pages are checked. It looks for itself whether that is still wanted; what it
 * throws is kept as an incident, for nobody waits for it.
 */
export function onceChecked(runtime: Runtime, checking: Promise<void>, work: () => void): void {
  void checking
    .then(work)
    .catch((error: unknown) => reportIncident(runtime, 'what waited for the check of the store', error));
}

/** A call has met a page that cannot be read: whether that was the store's own, a check of all tells. */
export function checkBecauseOf(runtime: Runtime, error: unknown): void {
  const { site } = runtime;
  if (!site || site.demo || site.damage || site.checking || !isCorruption(error)) return;
  holdLog(site.db);
  begin(runtime, site, true);
}

function begin(runtime: Runtime, site: OpenSite, isClose: boolean): void {
  site.checking = check(runtime, site, isClose).finally(() => {
    site.checking = null;
  });
}

/** @param isClose By the quick_check of all at once, however large: something is known not to fit. */
async function check(runtime: Runtime, site: OpenSite, isClose: boolean): Promise<void> {
  const onWhole = () => releaseLog(site.db);
  try {
    judgePages(site.folder.storeFile, null, await site.queries.check(isClose));
    if (runtime.site === site) onWhole();
  } catch (error) {
    // Closed meanwhile, or its key was changed: whoever opens it anew checks it anew.
    if (runtime.site !== site) return;
    if (error instanceof DamagedStoreError) foundDamaged(runtime, site, error);
    else {
      // It could not be checked, such as for want of memory: that is no damage.
      reportIncident(runtime, 'checking the pages of the store', error);
      onWhole();
    }
  }
}

function foundDamaged(runtime: Runtime, site: OpenSite, error: DamagedStoreError): void {
  if (site.damage) return;
  holdLog(site.db);
  site.damage = toCallError(runtime, 'checking the pages of the store', error);
  runtime.options.log(error.message);
  runtime.events.emit('site.changed', {});
}
