import type { Observation } from '../emotion/observation.ts';
import type { Role } from '../security/roles.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

/**
 * What stands for the store's codes outside: the same for the same child of the same site, so that the site's exports
 * can be joined with each other, and of no meaning to anybody else.
 */
export interface Pseudonyms {
  readonly child: string;
  readonly session: string;
  /** Null where there is no live session beside it. */
  readonly liveSession: string | null;
}

/**
 * The report without what says who, where and when.
 *
 * Child and session get their pseudonyms; staff become letters in the order in which they appear, the exporter a role;
 * every date, the time zone and the name of the site go, a recording's file is named by the session's pseudonym, so that times count from the session's
 * beginning alone. Free texts are left out and counted, as any of them may hold a name: the notes, what was written
 * beside a marker, an observation, a correction, a baseline or a caution, and the site's own names of markers and protocols.
 */
export function deidentify(
  document: ReportDocument,
  pseudonyms: Pseudonyms,
  { words, exporterRole }: { readonly words: ReportWords; readonly exporterRole: Role },
): ReportDocument {
  const staff = staffLetters(words);
  const texts = freeTexts(document);
  const { session, plan, baseline, parity } = document;
  return {
    ...document,
    isIdentified: false,
    siteName: null,
    exportedBy: words.common(($) => $.role[exporterRole]),
    exportedAtIso: null,
    timeZone: null,
    child: { ...document.child, code: pseudonyms.child },
    session: {
      ...session,
      id: pseudonyms.session,
      startedAtIso: null,
      startedBy: staff(session.startedBy),
      recordingName: session.recordingName && `${pseudonyms.session}${endingOf(session.recordingName)}`,
      liveSessionId: session.liveSessionId && pseudonyms.liveSession,
      notes: '',
    },
    plan: {
      protocol: plan.protocol && {
        ...plan.protocol,
        name: '',
        markers: plan.protocol.markers.map(({ kind }) => ({ kind, name: '' })),
      },
      cautions: plan.cautions.map(({ kind }) => ({ kind, note: '' })),
    },
    turns: document.turns.map((turn) => ({ ...turn, by: staff(turn.by) })),
    markers: document.markers.map((marker) => ({ ...marker, text: '', by: staff(marker.by) })),
    observations: document.observations
      .filter(({ observation }) => observation.kind !== 'note')
      .map((each) => ({ ...each, observation: withoutNote(each.observation), by: staff(each.by), writtenAtIso: null })),
    annotations: document.annotations.map((each) => ({ ...each, note: '', by: staff(each.by), writtenAtIso: null })),
    agreement: document.agreement.map((each) => ({ ...each, raterA: staff(each.raterA), raterB: staff(each.raterB) })),
    parity: parity && { ...parity, liveSessionId: pseudonyms.liveSession ?? pseudonyms.session },
    baseline: baseline && {
      ...baseline,
      note: '',
      recordedAtIso: null,
      recordedBy: staff(baseline.recordedBy),
    },
    freeTextsLeftOut: texts.filter((text) => text.trim() !== '').length,
  };
}

/** What tells a program how to read a file; anything else behind a dot may be part of a name. */
function endingOf(fileName: string): string {
  return /\.(mp4|m4v|mov|webm|mkv|ts|mts|m2ts)$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}

/** "Staff A", "Staff B", ... by the order of asking. */
function staffLetters({ report }: ReportWords): (name: string) => string {
  const letters = new Map<string, string>();
  return (name) => {
    const known = letters.get(name);
    if (known !== undefined) return known;
    const label = report(($) => $.staffMember, { letter: letterOf(letters.size) });
    letters.set(name, label);
    return label;
  };
}

/** A to Z, then AA, AB, ... */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function withoutNote(observation: Observation): Observation {
  return { ...observation, note: '' };
}

function freeTexts({ session, plan, markers, observations, annotations, baseline }: ReportDocument): string[] {
  return [
    session.notes,
    plan.protocol?.name ?? '',
    ...(plan.protocol?.markers ?? []).map(({ name }) => name),
    ...plan.cautions.map(({ note }) => note),
    ...markers.map(({ text }) => text),
    ...observations.map(({ observation }) => observation.note),
    ...annotations.map(({ note }) => note),
    baseline?.note ?? '',
  ];
}
