import { EMOTIONS } from '../../emotion/emotion.ts';
import { GAP_REASONS } from '../../emotion/gap.ts';
import { SESSION_SOURCES, SESSION_STATES } from '../../emotion/session.ts';
import type { DistressSummary } from '../../timeline/timeline-schema.ts';
import type { ENGLISH } from '../../words/en/en.ts';
import type { Language } from '../../words/language.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { cautionsInWords, missingMarkers } from '../facts/plan-in-words.ts';
import { type FormatWords, formatWords } from '../format-words.ts';
import type { MeanMovements } from '../movements/mean-movements.ts';
import { ALL_MOVEMENT_COLUMNS } from '../movements/movements-by-second.ts';
import { type ReportDocument, shareOf } from '../report-document.ts';
import { rounded } from '../table-rows.ts';
import { siteTime } from '../time/site-time.ts';
import { timedEntries } from '../timed-entries.ts';

/** A field of the project: how the dictionary describes it, and what it is in a session. */
export interface RedcapField {
  /** Lower-case letters, digits and underscores, at most the 26 characters that REDCap advises. */
  readonly name: string;
  readonly label: string;
  readonly type: RedcapType;
  /** Who, where, when, or words as typed: REDCap can leave these out of what it exports. */
  readonly isIdentifier: boolean;
  /** Null: none, not known, or withheld. */
  readonly read: (document: ReportDocument, movements: MeanMovements) => string | number | null;
}

type RedcapType =
  | { readonly is: 'text' | 'notes' | 'moment' }
  | { readonly is: 'integer' | 'number'; readonly least: number | null; readonly most: number | null }
  | { readonly is: 'choice'; readonly choices: readonly RedcapChoice[] };

interface RedcapChoice {
  /** As it stands in the data. */
  readonly code: string;
  readonly label: string;
}

/** Whose label needs no value put in. */
type LabelledName = keyof typeof ENGLISH.exports.redcap.field;

const TEXT: RedcapType = { is: 'text' };
const NOTES: RedcapType = { is: 'notes' };
const COUNT: RedcapType = { is: 'integer', least: 0, most: null };
const SECONDS: RedcapType = { is: 'number', least: 0, most: null };
const SHARE: RedcapType = { is: 'number', least: 0, most: 1 };
const SCORE: RedcapType = { is: 'integer', least: 0, most: 10 };
const MEAN_SCORE: RedcapType = { is: 'number', least: 0, most: 10 };
/** May be negative. */
const MEASURED: RedcapType = { is: 'number', least: null, most: null };

const SCALES = [
  { prefix: 'flacc', kind: 'flacc' },
  { prefix: 'faces', kind: 'faces-scale' },
] as const;

/** Every field in its order, the same for every session; the first is the record's id. Labels are in the language. */
export function redcapFields(language: Language): RedcapField[] {
  const words = formatWords(language);
  return [
    ...aboutFields(words),
    ...readingFields(words),
    ...distressFields(words),
    ...movementFields(words),
    ...gapFields(words),
    ...entryFields(words),
  ];
}

function aboutFields(words: FormatWords): RedcapField[] {
  const { common } = words;
  const field = labelled(words);
  const source = choices(SESSION_SOURCES, (each) => common(($) => $.source[each]));
  const state = choices(SESSION_STATES, (each) => common(($) => $.sessionState[each]));
  return [
    field('record_id', TEXT, ({ session }) => session.id),
    identifier(field('child_code', TEXT, ({ child }) => child.code)),
    field('age_years', COUNT, ({ child }) => child.ageYears),
    identifier(field('site_name', TEXT, ({ siteName }) => siteName)),
    identifier(field('session_start', { is: 'moment' }, startOf)),
    identifier(field('started_by', TEXT, ({ session }) => session.startedBy)),
    field('session_source', source, ({ session }) => codeOf(session.source)),
    field('session_state', state, ({ session }) => codeOf(session.state)),
    identifier(field('protocol_name', TEXT, ({ plan }) => plan.protocol?.name || null)),
    field('planned_minutes', COUNT, ({ plan }) => plan.protocol?.plannedMinutes ?? null),
    field('flacc_every_minutes', COUNT, ({ plan }) => plan.protocol?.flaccEveryMinutes ?? null),
    field('markers_missing', COUNT, (document) => (document.plan.protocol ? missingMarkers(document).length : null)),
    identifier(field('cautions', NOTES, ({ plan }) => cautionsInWords(plan.cautions, words) || null)),
    identifier(field('recording_name', TEXT, ({ session }) => session.recordingName)),
    identifier(field('session_notes', NOTES, ({ session }) => session.notes)),
    field('texts_left_out', COUNT, ({ freeTextsLeftOut }) => freeTextsLeftOut),
    field('export_id', TEXT, ({ exportId }) => exportId),
    field('model_id', TEXT, ({ model }) => model.id),
    field('model_version', TEXT, ({ model }) => model.version),
    field('model_sha256', TEXT, ({ model }) => model.digest ?? ''),
    field('reading_statement', NOTES, ({ statement }) => statement),
  ];
}

function readingFields(words: FormatWords): RedcapField[] {
  const { exports, common } = words;
  const field = labelled(words);
  const emotions = EMOTIONS.map((each) => ({ each, emotion: common(($) => $.emotion[each]).toLowerCase() }));
  return [
    field('duration_s', SECONDS, ({ session }) => seconds(session.durationMs)),
    field('usable_s', SECONDS, ({ summary }) => seconds(summary.usableMs)),
    field('coverage', SHARE, ({ summary }) => rounded(summary.coverage, 4)),
    field('share_not_sure', SHARE, ({ summary }) =>
      summary.usableMs === 0 ? null : rounded(summary.notSureMs / summary.usableMs, 4),
    ),
    ...emotions.map(({ each, emotion }) => ({
      ...plain(`share_${each}`, SHARE, (document) =>
        document.summary.usableMs === 0 ? null : rounded(shareOf(document.summary, each), 4),
      ),
      label: exports(($) => $.redcap.share, { emotion }),
    })),
    ...emotions.map(({ each, emotion }) => ({
      ...plain(
        `episodes_${each}`,
        COUNT,
        ({ summary }) => summary.episodes.filter((episode) => episode.emotion === each).length,
      ),
      label: exports(($) => $.redcap.episodes, { emotion }),
    })),
  ];
}

/** Empty where the model says nothing of distress. */
function distressFields(words: FormatWords): RedcapField[] {
  const field = labelled(words);
  const of = (pick: (distress: DistressSummary) => number) => (document: ReportDocument) =>
    document.summary.distress && pick(document.summary.distress);
  const longestMs = ({ episodes }: DistressSummary) =>
    Math.max(0, ...episodes.map(({ fromMs, toMs }) => toMs - fromMs));
  return [
    field(
      'distress_likely_s',
      SECONDS,
      of(({ likelyMs }) => seconds(likelyMs)),
    ),
    field(
      'distress_not_seen_s',
      SECONDS,
      of(({ notSeenMs }) => seconds(notSeenMs)),
    ),
    field(
      'distress_not_sure_s',
      SECONDS,
      of(({ notSureMs }) => seconds(notSureMs)),
    ),
    field('share_distress_likely', SHARE, ({ summary: { distress, usableMs } }) =>
      distress && usableMs > 0 ? rounded(distress.likelyMs / usableMs, 4) : null,
    ),
    field(
      'distress_stretches',
      COUNT,
      of(({ episodes }) => episodes.length),
    ),
    field(
      'distress_longest_s',
      SECONDS,
      of((distress) => seconds(longestMs(distress))),
    ),
    field(
      'distress_at_least',
      SHARE,
      of(({ atLeast }) => atLeast),
    ),
    field(
      'distress_below',
      SHARE,
      of(({ below }) => below),
    ),
    field('distress_statement', NOTES, (document) => distressInWords(document, words).join(' ')),
  ];
}

/** Means over the readings whose face was measured, and how many these are. */
function movementFields(words: FormatWords): RedcapField[] {
  const { exports } = words;
  return [
    labelled(words)('movements_readings', COUNT, (_, { count }) => count),
    ...ALL_MOVEMENT_COLUMNS.map((column, index) => ({
      ...plain(`mean_${column}`, MEASURED, (_, { means }) => {
        const mean = means[index]!;
        return mean === null ? null : rounded(mean, 4);
      }),
      label: exports(($) => $.redcap.movement, { what: exports(($) => $.movements[column]) }),
    })),
  ];
}

function gapFields(words: FormatWords): RedcapField[] {
  const { exports, common } = words;
  return [
    ...GAP_REASONS.map((reason) => ({
      ...plain(`gap_${codeOf(reason)}_s`, SECONDS, ({ summary }) => seconds(summary.gapMsByReason[reason] ?? 0)),
      label: exports(($) => $.redcap.gap, { reason: common(($) => $.gap[reason]).toLowerCase() }),
    })),
    labelled(words)('unaccounted_s', SECONDS, ({ summary }) => seconds(summary.unaccountedMs)),
  ];
}

/** A scale is summed up: one row a session has no room for each time that it was scored. */
function entryFields(words: FormatWords): RedcapField[] {
  const { exports, common } = words;
  const field = labelled(words);
  const scales = SCALES.flatMap(({ prefix, kind }) => {
    const scale = common(($) => $.observation[kind]);
    const of = (pick: (scores: readonly number[]) => number) => (document: ReportDocument) => {
      const scores = scoresOf(document, kind);
      return scores.length === 0 ? null : pick(scores);
    };
    const figure = (name: keyof typeof ENGLISH.exports.redcap.scale, type: RedcapType, read: RedcapField['read']) => ({
      ...plain(`${prefix}_${name}`, type, read),
      label: exports(($) => $.redcap.scale[name], { scale }),
    });
    return [
      figure('count', COUNT, (document) => scoresOf(document, kind).length),
      figure(
        'first',
        SCORE,
        of((scores) => scores[0]!),
      ),
      figure(
        'last',
        SCORE,
        of((scores) => scores.at(-1)!),
      ),
      figure(
        'highest',
        SCORE,
        of((scores) => Math.max(...scores)),
      ),
      figure(
        'mean',
        MEAN_SCORE,
        of((scores) => rounded(meanOf(scores), 4)),
      ),
    ];
  });
  return [
    ...scales,
    field('markers_count', COUNT, ({ markers }) => markers.length),
    field('annotations_count', COUNT, ({ annotations }) => annotations.length),
  ];
}

function plain(name: string, type: RedcapType, read: RedcapField['read']): Omit<RedcapField, 'label'> {
  return { name, type, read, isIdentifier: false };
}

function labelled({ exports }: FormatWords) {
  return (name: LabelledName, type: RedcapType, read: RedcapField['read']): RedcapField => ({
    ...plain(name, type, read),
    label: exports(($) => $.redcap.field[name]),
  });
}

function identifier(field: RedcapField): RedcapField {
  return { ...field, isIdentifier: true };
}

function choices<T extends string>(all: readonly T[], label: (each: T) => string): RedcapType {
  return { is: 'choice', choices: all.map((each) => ({ code: codeOf(each), label: label(each) })) };
}

/** REDCap wants letters, digits and underscores in codes and names. */
function codeOf(text: string): string {
  return text.replaceAll('-', '_');
}

/** By the site's clock, as REDCap's data import takes a moment: yyyy-mm-dd hh:mm:ss. */
function startOf({ session, timeZone }: ReportDocument): string | null {
  if (session.startedAtIso === null || timeZone === null) return null;
  return siteTime(session.startedAtIso, timeZone).replace('T', ' ');
}

function scoresOf(document: ReportDocument, kind: (typeof SCALES)[number]['kind']): number[] {
  return timedEntries(document).flatMap(({ what, score }) => (what === kind && score !== null ? [score] : []));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function seconds(ms: number): number {
  return rounded(ms / 1000, 3);
}
