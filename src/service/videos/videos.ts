import { CallError } from '../../contract/error.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { isVideoHidden } from '../../core/store/people/doubted-consents.node.ts';
import { findVideo, removeVideo, type Video } from '../../core/store/sessions/videos.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import { deleteOldVideos } from '../runtime/videos/expire-videos.ts';
import { forgetVideoFiles, freeBytes, keepFragment, readFragment } from '../runtime/videos/video-files.ts';
import { readVideoSetting, writeVideoSetting } from '../runtime/videos/video-setting.ts';
import {
  assertItsOwn,
  assertPossible,
  assertRecords,
  existingSession,
  notRunning,
} from '../sessions/session-checks.ts';

type VideosMethod =
  | 'videos.setting'
  | 'videos.setSetting'
  | 'videos.append'
  | 'videos.find'
  | 'videos.fragment'
  | 'videos.export'
  | 'videos.remove';

/** At most, by what the encoder is asked for: 350 kbit a second. What a session takes has not been measured. */
const BYTES_AN_HOUR = 160e6;

/** Kept free for everything that matters more than video: readings, the store's log, the machine itself. */
const LEAST_FREE_BYTES = 500e6;

const DAY_MS = 24 * 3_600_000;

/** Video of live sessions: kept sealed, played, taken out, deleted. */
export const videosHandlers: Handlers<VideosMethod> = {
  'videos.setting'({ db, site }) {
    return { ...readVideoSetting(db), freeBytes: freeBytes(site.folder), bytesAnHour: BYTES_AN_HOUR };
  },

  'videos.setSetting'(context, setting) {
    inTransaction(context.db, () => {
      writeVideoSetting(context.db, setting);
      recordAction(context, 'videos.setSetting', `${setting.isOn ? 'on' : 'off'}, ${setting.keepDays} days`);
    });
    deleteOldVideos(context.runtime, context.site);
    context.runtime.events.emit('site.changed', {});
    return {};
  },

  'videos.append'(context, { sessionId, recorderId, ...fragment }) {
    assertPossible([fragment.fromMs, fragment.toMs]);
    const { childId, childCode, state } = existingSession(context.db, sessionId);
    if (state !== 'running') throw notRunning({ kind: 'not-running', state });
    assertRecords(context, { sessionId, recorderId });
    const video = findVideo(context.db, sessionId);
    const isAllowed = findChild(context.db, childId, context.now)?.consentedScopes.includes('keep-video');
    if (!video || !isAllowed) throw new CallError('no-consent', failure('videos.no-consent', { code: childCode }));
    if (video.fragments.some(({ fromMs }) => fromMs === fragment.fromMs)) return {};
    const free = freeBytes(context.site.folder);
    if (free < LEAST_FREE_BYTES) {
      const values = { free: Math.round(free / 1e6), least: LEAST_FREE_BYTES / 1e6 };
      throw new CallError('disk-full', failure('videos.little-room', values));
    }
    keepFragment(context.site, video, fragment);
    return {};
  },

  'videos.find'(context, { sessionId }) {
    const { setAside, startedAtIso } = existingSession(context.db, sessionId);
    const isShown = !setAside && !isVideoHidden(context.db, sessionId);
    const video = isShown ? findVideo(context.db, sessionId) : null;
    if (!video) return null;
    const { keepDays } = readVideoSetting(context.db);
    return {
      fragments: video.fragments.map(({ atByte: _atByte, ...fragment }) => fragment),
      deletedOnIso: new Date(Date.parse(startedAtIso) + keepDays * DAY_MS).toISOString(),
    };
  },

  'videos.fragment'(context, { sessionId, number }) {
    const video = ownVideo(context, sessionId);
    recordView(context, 'videos.watch', sessionId);
    const fragment = video.fragments.find((each) => each.number === number);
    if (!fragment) throw new CallError('not-found', failure('videos.not-there'));
    try {
      return { data: Uint8Array.from(readFragment(context.site, video, fragment)) };
    } catch (cause) {
      throw new CallError('failed', failure('videos.damaged'), { cause });
    }
  },

  'videos.export'(context, { sessionId }) {
    ownVideo(context, sessionId);
    inTransaction(context.db, () => recordAction(context, 'videos.export', sessionId));
    return { fileName: `video-${sessionId.slice(0, 8)}` };
  },

  'videos.remove'(context, { sessionId }) {
    existingSession(context.db, sessionId);
    inTransaction(context.db, () => {
      if (!removeVideo(context.db, sessionId)) throw new CallError('not-found', failure('videos.not-there'));
      recordAction(context, 'videos.remove', sessionId);
    });
    forgetVideoFiles(context.site);
    context.runtime.events.emit('sessions.changed', { sessionId });
    return {};
  },
};

/** @throws CallError "not-found" where there is none, "conflict" for a session that is not this child's. */
function ownVideo({ db }: SignedInContext, sessionId: string): Video {
  assertItsOwn(existingSession(db, sessionId));
  const video = isVideoHidden(db, sessionId) ? null : findVideo(db, sessionId);
  if (!video) throw new CallError('not-found', failure('videos.not-there'));
  return video;
}
