import type { GapReason } from '../emotion/sample.ts';
import type { FigureFact, ModelFacts } from './model-facts.ts';
import type { ReportDocument } from './report-document.ts';

/** How a report words its values for people. */

export const GAP_WORDS: Record<GapReason, string> = {
  'no-face': 'no face in view',
  'not-enrolled': 'only other people in view',
  'unsure-who': 'not certain who is in view',
  'too-far': 'too far from the camera',
  covered: 'face covered',
  'turned-away': 'turned away',
  'too-dark': 'too dark',
  'too-bright': 'too bright',
  blurred: 'blurred',
  paused: 'paused by staff',
  'camera-lost': 'camera lost',
  interrupted: 'no data, no reason recorded',
};

export const STATE_WORDS: Record<ReportDocument['session']['state'], string> = {
  running: 'still running when exported',
  stopped: 'ended by staff',
  recovered: 'recovered: the program ended during the session; up to the last second may be missing',
};

export const SOURCE_WORDS: Record<ReportDocument['session']['source'], string> = {
  webcam: 'webcam',
  'demo-clip': 'demo clip: not a real session',
};

/** h:mm:ss, or m:ss below an hour; rounded to the second. */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A length: seconds with a tenth below a minute, as a clock above. */
export function length(ms: number): string {
  return ms < 59_950 ? `${(ms / 1000).toFixed(1)} s` : clock(ms);
}

/** Whole percent, but never "0 %" for something or "100 %" for not all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '< 1 %';
  if (share < 1 && share > 0.995) return '> 99 %';
  return `${Math.round(100 * share)} %`;
}

/** .71 [.65, .76] */
export function figure({ value, low, high }: FigureFact): string {
  return `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

/** A moment on the site's clock, e.g. 24 Nov 2026, 20:39 (Europe/Amsterdam). */
export function moment(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')} (${timeZone})`;
}

/** First letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** For whom the model was shown to work. */
export function validation({ classesValidatedOnChildren: classes, testedOn }: ModelFacts): string {
  if (classes.length === 0) return `Not validated on real children: tested on ${testedOn} only.`;
  return `Recall was measured on real children for: ${classes.join(', ')}. Not for other emotions.`;
}
