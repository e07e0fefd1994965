import { dayAfter, localDate, startOfDay } from '../local-date.ts';
import type { ReadableDb } from '../store.node.ts';
import { countByRule, countOldVideos, type RetentionRules } from './retention.node.ts';

const DAY_MS = 24 * 3_600_000;

/** What rules take of each kind. */
export interface TakenByRule {
  readonly sessions: number;
  readonly pictures: number;
  readonly videos: number;
  readonly exports: number;
  readonly audit: number;
}

/** What rules take on a day of the site's calendar, yyyy-mm-dd. */
export interface ComingDay extends TakenByRule {
  readonly date: string;
}

/** The rules, and for how many days videos are kept. */
export interface AllRules {
  readonly rules: RetentionRules;
  readonly videoDays: number;
}

/** What the rules would take at a moment of all that is there now. */
export function takenByRule(
  db: ReadableDb,
  { rules, videoDays }: AllRules,
  at: Date,
  { isAsked = false } = {},
): TakenByRule {
  const { sessions, pictures, exports, audit } = countByRule(db, rules, at, { isAsked });
  const beforeIso = new Date(at.getTime() - DAY_MS * videoDays).toISOString();
  return { sessions, pictures, exports, audit, videos: countOldVideos(db, rules, { beforeIso, at }) };
}

/** Of today and the days after it those on which rules take something, the next first. */
export function comingByRule(
  db: ReadableDb,
  all: AllRules,
  { now, days }: { readonly now: Date; readonly days: number },
): ComingDay[] {
  const coming: ComingDay[] = [];
  let before: TakenByRule = { sessions: 0, pictures: 0, videos: 0, exports: 0, audit: 0 };
  let date = localDate(now);
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const next = dayAfter(date);
    const until = takenByRule(db, all, startOfDay(next));
    const ofDay = {
      sessions: until.sessions - before.sessions,
      // Pictures that went on their own by yesterday would go today with their session.
      pictures: Math.max(0, until.pictures - before.pictures),
      videos: Math.max(0, until.videos - before.videos),
      exports: until.exports - before.exports,
      // Once cut, the log is not cut again within these days: what is older then goes a month later.
      audit: before.audit > 0 ? 0 : until.audit,
    };
    if (Object.values(ofDay).some((count) => count > 0)) coming.push({ date, ...ofDay });
    before = { ...until, audit: Math.max(before.audit, until.audit) };
    date = next;
  }
  return coming;
}
