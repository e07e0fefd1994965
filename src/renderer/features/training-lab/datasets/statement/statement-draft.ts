import type { Output } from '../../../../../contract/contract.ts';
import { folderMeaning } from '../../../../../core/dataset/layouts/folder-meaning.ts';
import { saidOfImages } from '../../../../../core/dataset/said/said-of-images.ts';
import type { DatasetStatement } from '../../../../../core/dataset/said/statement.ts';
import { isSubjectPattern, type SubjectRule, subjectReader } from '../../../../../core/dataset/said/subject-rule.ts';
import { type Emotion, isEmotion } from '../../../../../core/emotion/emotion.ts';

export type FolderLook = Output<'datasets.look'>;

/** A statement as it is being made: what has to be chosen is null until it is. */
export interface StatementDraft {
  readonly group: 'child' | 'adult' | 'open' | null;
  readonly rule: SubjectRule['kind'];
  readonly pattern: string;
  readonly emotionsFromFolders: boolean;
  readonly real: boolean | null;
  readonly licence: string;
  readonly consent: DatasetStatement['consent'] | null;
}

/** What the names of a folder tell, counted over its pictures. */
export interface FolderNames {
  readonly paths: readonly string[];
  readonly children: number;
  readonly adults: number;
  readonly emotions: ReadonlyMap<Emotion, number>;
  /** People by each rule that can be chosen, and pictures of which it tells nobody. */
  readonly people: Readonly<Record<PlainRule, { readonly count: number; readonly unmatched: number }>>;
}

type PlainRule = 'folder' | 'name-start' | 'without-number';

export const PLAIN_RULES: readonly PlainRule[] = ['folder', 'name-start', 'without-number'];

export function folderNames(paths: readonly string[]): FolderNames {
  const meanings = paths.map((path) => folderMeaning(path.split('/').slice(0, -1)));
  const emotions = new Map<Emotion, number>();
  for (const { emotions: named } of meanings) {
    for (const emotion of named) emotions.set(emotion, (emotions.get(emotion) ?? 0) + 1);
  }
  const peopleBy = (kind: PlainRule) => {
    const subjects = paths.map(subjectReader({ kind }, paths));
    const known = subjects.filter((subject) => subject !== null);
    return { count: new Set(known).size, unmatched: subjects.length - known.length };
  };
  return {
    paths,
    emotions,
    children: meanings.filter(({ group }) => group === 'child').length,
    adults: meanings.filter(({ group }) => group === 'adult').length,
    people: {
      folder: peopleBy('folder'),
      'name-start': peopleBy('name-start'),
      'without-number': peopleBy('without-number'),
    },
  };
}

/** What to begin with: what was said before, or what the names suggest. */
export function firstDraft({ open, description }: FolderLook, names: FolderNames, before: DatasetStatement | null) {
  if (before) return draftOf(before);
  const hasGroups = names.children + names.adults > 0;
  const draft: StatementDraft = {
    group: open.group ? (hasGroups ? 'open' : null) : 'open',
    rule: open.subject ? likelyRule(names) : 'file',
    pattern: '',
    emotionsFromFolders: open.emotion && names.emotions.size > 0,
    real: description?.realChildren ?? null,
    licence: description?.licence ?? '',
    consent: null,
  };
  return draft;
}

function draftOf({ group, subject, emotionsFromFolders, realChildren, licence, consent }: DatasetStatement) {
  const draft: StatementDraft = {
    group: group ?? 'open',
    rule: subject.kind,
    pattern: subject.kind === 'pattern' ? subject.pattern : '',
    emotionsFromFolders,
    real: realChildren,
    licence: licence ?? '',
    consent: consent === 'not-needed' ? null : consent,
  };
  return draft;
}

/** So many names may not fit a rule that is suggested: they are shown. */
const FEW = 0.05;

/** The first that tells somebody of nearly every picture and puts several pictures to one person; nobody where none does. */
function likelyRule({ people, paths }: FolderNames): SubjectRule['kind'] {
  const likely = PLAIN_RULES.find((rule) => {
    const { count, unmatched } = people[rule];
    return unmatched <= FEW * paths.length && count > 1 && count < paths.length - unmatched;
  });
  return likely ?? 'nobody';
}

export function ruleOf({ rule, pattern }: StatementDraft): SubjectRule | null {
  if (rule !== 'pattern') return { kind: rule };
  return isSubjectPattern(pattern) ? { kind: rule, pattern } : null;
}

export type DraftProblem = 'group' | 'pattern' | 'real' | 'consent' | 'per-child';

/** What is missing in a draft. Nothing is asked of what the folder says itself. */
export function draftProblems(draft: StatementDraft, { open }: FolderLook): DraftProblem[] {
  const isNeeded = draft.real !== false;
  return [
    ...(open.group && draft.group === null ? (['group'] as const) : []),
    ...(open.subject && ruleOf(draft) === null ? (['pattern'] as const) : []),
    ...(draft.real === null ? (['real'] as const) : []),
    ...(isNeeded && draft.consent === null ? (['consent'] as const) : []),
    ...(isNeeded && draft.consent === 'per-child' && open.subject && draft.rule === 'nobody'
      ? (['per-child'] as const)
      : []),
  ];
}

/** @throws TypeError for a draft with problems. */
export function statementOfDraft(draft: StatementDraft, look: FolderLook, name: string): DatasetStatement {
  const subject = ruleOf(draft);
  if (draftProblems(draft, look).length > 0 || subject === null || draft.real === null) {
    throw new TypeError('a draft without problems was expected');
  }
  const group = draft.group === 'open' ? null : draft.group;
  const who = { child: 'children', adult: 'adults' };
  return {
    group,
    subject,
    emotionsFromFolders: draft.emotionsFromFolders,
    // Goes onto model cards, which are English.
    shows: `${draft.real ? 'photographs' : 'rendered faces'} of ${group ? who[group] : 'people'} (${name})`.slice(
      0,
      200,
    ),
    realChildren: draft.real,
    licence: draft.licence.trim() || null,
    consent: draft.real ? (draft.consent ?? 'none') : 'not-needed',
  };
}

/** One picture as the draft has it understood. */
export interface PreviewRow {
  readonly path: string;
  readonly subject: string | null;
  readonly group: 'child' | 'adult' | null;
  readonly emotion: Emotion | null;
  /** What should be an emotion and is none. */
  readonly word: string | null;
}

export interface Preview {
  /** Some, from all over the folder. */
  readonly rows: readonly PreviewRow[];
  readonly people: number;
  readonly unmatched: readonly string[];
  /** Words that are no emotions, with how many pictures each has. */
  readonly words: ReadonlyMap<string, number>;
}

const ROWS = 6;

/** How a folder's own pictures are understood; null while there is no pattern to go by. */
export function previewOf(draft: StatementDraft, paths: readonly string[]): Preview | null {
  const subject = ruleOf(draft);
  if (!subject) return null;
  const { group, emotionsFromFolders } = draft;
  const said = saidOfImages({ group: group === 'open' ? null : group, subject, emotionsFromFolders }, paths);
  const all = paths.map((path): PreviewRow => {
    const { subject: person, group: shown, emotion } = said(path);
    const known = isEmotion(emotion) ? emotion : null;
    return {
      path,
      subject: person || null,
      group: shown || null,
      emotion: known,
      word: known ? null : emotion || null,
    };
  });
  const words = new Map<string, number>();
  for (const { word } of all) if (word !== null) words.set(word, (words.get(word) ?? 0) + 1);
  const step = Math.max(1, Math.floor(all.length / ROWS));
  return {
    rows: all.filter((_, index) => index % step === 0).slice(0, ROWS),
    people: new Set(all.flatMap((row) => row.subject ?? [])).size,
    unmatched: subject.kind === 'nobody' ? [] : all.filter((row) => row.subject === null).map(({ path }) => path),
    words,
  };
}
