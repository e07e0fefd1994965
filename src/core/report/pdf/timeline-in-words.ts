import { EMOTIONS } from '../../emotion/emotion.ts';
import { type ReportDocument, shareOf } from '../report-document.ts';
import { clock, type Wording } from '../wording.ts';
import { type Entry, timeOf } from './entries.ts';
import { labelWords } from './label-words.ts';

/** More gaps, or more of what people entered, are counted and not told one by one: tables further on hold them. */
const MOST_TOLD = 8;

/** What the drawing of the session shows, for those who cannot see it: what stood how long in which lane, and when. */
export function timelineInWords(document: ReportDocument, entries: readonly Entry[], wording: Wording): string {
  const { report, common, percent, emotion } = wording;
  const { summary, gaps, annotations } = document;
  const share = (lane: string, of: number) => report(($) => $.short.namedPart, { emotion: lane, share: percent(of) });
  const lanes = EMOTIONS.map((each) => ({ lane: emotion(each), of: shareOf(summary, each) }))
    .filter(({ of }) => of > 0)
    .sort((a, b) => b.of - a.of)
    .map(({ lane, of }) => share(lane, of));
  const notSure = summary.usableMs === 0 ? 0 : summary.notSureMs / summary.usableMs;
  const range = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => timeOf({ atMs: fromMs, toMs }, wording);
  const told = (count: number, each: () => string[]) =>
    count === 0 ? report(($) => $.timeline.altNone) : count > MOST_TOLD ? wording.count(count) : each().join('; ');
  return [
    report(($) => $.timeline.alt, {
      duration: clock(summary.durationMs),
      lanes: [
        ...lanes,
        share(
          common(($) => $.notSure),
          notSure,
        ),
      ].join(', '),
    }),
    report(($) => $.timeline.altGaps, {
      gaps: told(gaps.length, () => gaps.map((gap) => `${range(gap)} ${common(($) => $.gap[gap.reason])}`)),
    }),
    report(($) => $.timeline.altEntries, {
      entries: told(entries.length, () => entries.map((entry) => `${timeOf(entry, wording)} ${entry.what}`)),
    }),
    report(($) => $.timeline.altSaid, {
      said: told(annotations.length, () =>
        annotations.map((each) => `${range(each)} ${labelWords(each.label, wording)} (${each.by})`),
      ),
    }),
  ].join(' ');
}
