import { z } from 'zod';
import { folderMeaning } from '../layouts/folder-meaning.ts';

/** Stands in a pattern for the subject. */
export const SUBJECT_MARK = '{subject}';

/**
 * Whether a text can be a pattern: the name of a file, without its ending, with {subject} where the subject stands and *
 * for anything, as in "child_{subject}_*". With a / in it, the pattern describes as many folders around the file, too:
 * "{subject}/day*" and a / and "*".
 */
export function isSubjectPattern(pattern: string): boolean {
  return pattern.split(SUBJECT_MARK).length === 2;
}

/**
 * Where the subject of an image stands. `folder`: in the outermost folder that means nothing else. `name-start`: in the
 * file's name, up to the first _, - or blank. `without-number`: it is the file's name without the number at its end.
 * `file`: every file is another person. `pattern`: see isSubjectPattern. `nobody`: nothing says who is who.
 */
export const subjectRuleSchema = z.union([
  z.strictObject({ kind: z.enum(['folder', 'name-start', 'without-number', 'file', 'nobody']) }),
  z.strictObject({ kind: z.literal('pattern'), pattern: z.string().trim().max(200).refine(isSubjectPattern) }),
]);

export type SubjectRule = z.infer<typeof subjectRuleSchema>;

/**
 * Reads the subjects of images off their paths.
 *
 * @param paths Of all images, relative to the dataset's folder with forward slashes: a folder around all of them says
 *   nothing.
 * @returns For a path the subject, null where the rule finds none.
 */
export function subjectReader(rule: SubjectRule, paths: readonly string[]): (path: string) => string | null {
  switch (rule.kind) {
    case 'folder': {
      const around = foldersAroundAll(paths);
      return (path) => ownFolders(path, around)[0]?.name ?? null;
    }
    case 'name-start':
      return (path) => some(bareName(path).split(/[_\-\s.]/)[0]);
    case 'without-number':
      return (path) => some(bareName(path).replace(/[\s_.-]*\(?\d+\)?$/, ''));
    case 'file':
      return (path) => path.replace(/\.[^./]*$/, '').normalize('NFC');
    case 'pattern': {
      const depth = rule.pattern.split('/').length;
      const expression = expressionOf(rule.pattern);
      return (path) => {
        const end = path.split('/').slice(-depth).join('/');
        return some(expression.exec(end.replace(/\.[^./]*$/, '').normalize('NFC'))?.[1]?.trim());
      };
    }
    case 'nobody':
      return () => null;
  }
}

/** The folders of an image that say neither group, emotion nor split, and are not around everything. */
export function ownFolders(path: string, around: ReadonlySet<string>) {
  return folderMeaning(path.split('/').slice(0, -1)).others.filter((folder) => !around.has(folder.path));
}

/** Folders around everything, from the outermost on. */
export function foldersAroundAll(paths: readonly string[]): Set<string> {
  const shared = new Set<string>();
  const [first = ''] = paths;
  for (const { path } of folderMeaning(first.split('/').slice(0, -1)).others) {
    if (!paths.every((each) => each.startsWith(`${path}/`))) break;
    shared.add(path);
  }
  return shared;
}

/** A file's name without folders and ending. */
function bareName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC');
}

/** * takes as little as it can, and the subject, too: "{subject}_*" ends at the first _. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern
    .normalize('NFC')
    .split(SUBJECT_MARK)
    .map((part) => part.split('*').map(escaped).join('[^/]*?'));
  return new RegExp(`^${parts.join('([^/]+?)')}$`, 'iu');
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');
}

function some(text: string | undefined): string | null {
  return text ? text : null;
}
