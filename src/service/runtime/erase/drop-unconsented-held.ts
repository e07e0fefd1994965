import { dropUnconsented } from '../../../core/store/erase/drop-unconsented.node.ts';
import { listHeld } from '../../../core/store/erase/erasures.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { forgetVideoFiles } from '../videos/video-files.ts';

/** Deletes at once, of what waits to be erased, what a consent alone had allowed that has ended: that does not wait. */
export function dropUnconsentedHeld(runtime: Runtime, site: OpenSite): void {
  const { db } = site;
  const at = { now: runtime.options.now(), mayActByDate: mayActByDate(runtime) };
  const isDropped = inTransaction(db, () => {
    const dropped = listHeld(db).filter((each) => dropUnconsented(db, each, at));
    for (const { id, what, ofId } of dropped)
      recordByProgram(db, 'erasures.consentEnded', `${what} ${ofId} as ${id}`, at.now);
    return dropped.length > 0;
  });
  if (isDropped) forgetVideoFiles(site);
}
