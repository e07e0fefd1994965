import { expect, it } from 'vitest';
import {
  draftProblems,
  type FolderLook,
  firstDraft,
  folderNames,
  previewOf,
  statementOfDraft,
} from './statement-draft.ts';

const look = (paths: string[], open: Partial<FolderLook['open']> = {}): FolderLook => ({
  layout: null,
  paths,
  images: paths.length,
  description: null,
  open: { group: true, subject: true, emotion: true, description: true, ...open },
});

it('suggests what the names tell, and asks for the rest', () => {
  const paths = Array.from(
    { length: 40 },
    (_, index) => `${index % 2 ? 'blij' : 'zorgelijk'}/c${index % 5}_${index}.jpg`,
  );
  const folder = look([...paths, 'blij/_x.jpg']);
  const draft = firstDraft(folder, folderNames(folder.paths), null);
  expect(draft).toMatchObject({ group: null, rule: 'name-start', emotionsFromFolders: true, real: null });
  expect(draftProblems(draft, folder)).toEqual(['group', 'real', 'consent']);
  const preview = previewOf({ ...draft, group: 'child' }, folder.paths);
  expect(preview).toMatchObject({ people: 5, unmatched: ['blij/_x.jpg'] });
  expect(preview?.words).toEqual(new Map([['zorgelijk', 20]]));
  const filled = { ...draft, group: 'child', real: true, consent: 'agreed', licence: ' ' } as const;
  expect(statementOfDraft(filled, folder, 'ward')).toEqual({
    group: 'child',
    subject: { kind: 'name-start' },
    emotionsFromFolders: true,
    shows: 'photographs of children (ward)',
    realChildren: true,
    licence: null,
    consent: 'agreed',
  });
  expect(draftProblems({ ...filled, rule: 'nobody', consent: 'per-child' }, folder)).toEqual(['per-child']);
  expect(draftProblems({ ...filled, rule: 'pattern', pattern: 'c*' }, folder)).toEqual(['pattern']);
});

it('asks nothing that a manifest and a description say', () => {
  const description = { shows: 'rendered faces', realChildren: false, licence: null };
  const said = { group: false, subject: false, emotion: false, description: false };
  const folder = { ...look(['a.jpg'], said), layout: 'manifest', description };
  const draft = firstDraft(folder, folderNames(folder.paths), null);
  expect(draftProblems(draft, folder)).toEqual([]);
  expect(statementOfDraft(draft, folder, 'ward')).toMatchObject({ group: null, consent: 'not-needed' });
});
