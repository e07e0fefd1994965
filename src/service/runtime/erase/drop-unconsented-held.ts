import { dropUnconsented } from '../../../core/store/erase/drop-unconsented.node.ts';
import { listHeld } from '../../../core/store/erase/erasures.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { forgetVideoFiles } from '../videos/video-files.ts';

/** Deletes at once, of what waits to be erased, what a consent alone had allowed that has ended: that does not wait. */
export function dropUnconsentedHeld({ options }: Pick<Runtime, 'options'>, site: OpenSite): void {
  const { db } = site;
  const now = options.now();
  const isDropped = inTransaction(db, () => {
    const dropped = listHeld(db).filter((each) => dropUnconsented(db, each, now));
    for (const { id, what, ofId } of dropped)
      recordByProgram(db, 'erasures.consentEnded', `${what} ${ofId} as ${id}`, now);
    return dropped.length > 0;
  });
  if (isDropped) forgetVideoFiles(site);
}
