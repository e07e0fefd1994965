import { CallError } from '../../../contract/error.ts';
import { findChild } from '../../../core/store/people/children.node.ts';
import { addConsentScan, findConsentScan, removeConsentScan } from '../../../core/store/people/consent-scans.node.ts';
import {
  MOST_SCAN_BYTES,
  MOST_SCANS_OF_CONSENT,
  SCAN_TYPES,
  scanTypeOf,
} from '../../../core/store/people/scan-type.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { recordAction } from '../../runtime/record-action.ts';

type ScansMethod = 'consents.addScan' | 'consents.fetchScan' | 'consents.removeScan';

/** Scans of the paper forms behind consents. They lie in the encrypted store, and go with the child. */
export const consentScansHandlers: Handlers<ScansMethod> = {
  'consents.addScan'(context, { consentId, file, bytes: piece, isLast }) {
    const { db, runtime, callerState, user, now } = context;
    const came = runtime.scanPieces.add(callerState, file, piece, isLast);
    if (came.kind === 'more') return { kind: 'more', file: came.id };
    if (came.kind === 'lost') throw new CallError('not-found', failure('reports.pieces-lost'));
    if (came.kind === 'too-large') {
      throw new CallError('invalid-input', failure('children.scan-too-large', { most: MOST_SCAN_BYTES / 2 ** 20 }));
    }
    const { bytes } = came;
    const mediaType = scanTypeOf(bytes);
    if (!mediaType) throw new CallError('invalid-input', failure('children.scan-no-type'));
    const scanId = inTransaction(db, () => {
      const added = addConsentScan(db, { consentId, mediaType, bytes, by: user.id, now });
      if (added.kind === 'no-such-consent') throw new CallError('not-found', failure('children.consent-not-there'));
      if (added.kind === 'too-many') {
        throw new CallError('conflict', failure('children.scans-too-many', { most: MOST_SCANS_OF_CONSENT }));
      }
      recordAction(context, 'consents.addScan', consentId);
      return added.id;
    });
    runtime.events.emit('children.changed', {});
    return { kind: 'added', scanId };
  },

  'consents.fetchScan'(context, { scanId }) {
    const { db, now } = context;
    const scan = findConsentScan(db, scanId);
    const child = scan && findChild(db, scan.childId, now);
    if (!scan || !child) throw noSuchScan();
    const { consentId, mediaType, addedAtIso } = scan;
    // Each time, however often: it bears names and signatures.
    recordAction(context, 'consents.fetchScan', consentId);
    return {
      fileName: `consent-${child.code}-${addedAtIso.slice(0, 10)}-${scanId.slice(0, 8)}.${SCAN_TYPES[mediaType]}`,
      mediaType,
      bytes: Uint8Array.from(scan.bytes),
    };
  },

  'consents.removeScan'(context, { scanId }) {
    const { db, runtime } = context;
    inTransaction(db, () => {
      const consentId = removeConsentScan(db, scanId);
      if (consentId === null) throw noSuchScan();
      recordAction(context, 'consents.removeScan', consentId);
    });
    runtime.events.emit('children.changed', {});
    return {};
  },
};

function noSuchScan(): CallError {
  return new CallError('not-found', failure('children.scan-not-there'));
}
