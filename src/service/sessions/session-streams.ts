import { type LslSetting, lslSettingSchema } from '../../contract/lsl/lsl.ts';
import type { Marker } from '../../core/emotion/marker.ts';
import { installedLsl } from '../../core/lsl/library/lsl-library.node.ts';
import { type MarkerTurn, markerLine } from '../../core/lsl/session-lines.ts';
import { findSession } from '../../core/store/sessions/sessions.node.ts';
import { readSetting } from '../../core/store/settings.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import type { Opening, StreamedBatch } from '../runtime/lsl/lsl-streams.ts';
import { markerButtons } from '../site/marker-buttons.ts';
import { distressLimitsOf } from './session-distress.ts';

export const LSL_SETTING = 'lsl';

export function lslSetting(db: ReadableDb): LslSetting {
  const stored = readSetting(db, LSL_SETTING);
  return stored === null ? { isOn: false, reach: 'machine', markersFrom: null } : lslSettingSchema.parse(stored);
}

/**
 * Hands a batch that was stored to the session's streams, and opens them first where an administrator allows that. Whatever
 * goes wrong with them, the session is recorded.
 */
export function streamBatch(context: SignedInContext, sessionId: string, batch: StreamedBatch): void {
  const { db, runtime } = context;
  if (runtime.lsl.mayOpen(sessionId) && lslSetting(db).isOn) {
    runtime.lsl.open(sessionId, () => prepareStreams(context, sessionId));
  }
  runtime.lsl.batch(sessionId, batch);
}

/** The same for a marker. */
export function streamMarker({ db, runtime }: SignedInContext, sessionId: string, marker: Marker, turn: MarkerTurn) {
  runtime.lsl.line(sessionId, markerLine(marker, turn, markerButtons(db)));
}

async function prepareStreams({ runtime, site }: SignedInContext, sessionId: string): Promise<Opening | null> {
  const library = installedLsl();
  const session = findSession(site.db, sessionId);
  // A film is no moment that another device could share.
  if (!library || !session || session.source === 'recording') return null;
  const limits = (await distressLimitsOf(runtime, site, session)) ?? null;
  // While the model's folder was read, it may have ended, or somebody have changed their mind.
  if (runtime.site !== site || !runtime.runningSessions.find(sessionId)) return null;
  const { isOn, reach, markersFrom } = lslSetting(site.db);
  return isOn ? { library, reach, markersFrom, limits, model: `${session.modelId} ${session.modelVersion}` } : null;
}
