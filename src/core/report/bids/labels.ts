import type { ReportDocument } from '../report-document.ts';

/** Where a session's files lie within a dataset. */
export interface BidsPlace {
  /** sub-... */
  readonly subject: string;
  /** ses-... */
  readonly session: string;
  /** Folder of the session's files, with a slash at its end. */
  readonly folder: string;
  /** Beginning of their names. */
  readonly stem: string;
}

export function placeOf({ child, session }: ReportDocument): BidsPlace {
  const subject = `sub-${label(child.code)}`;
  const ses = `ses-${label(session.id)}`;
  return { subject, session: ses, folder: `${subject}/${ses}/beh/`, stem: `${subject}_${ses}_task-session` };
}

/**
 * A BIDS label: letters and digits only. Dashes of an id say nothing and go; any other character becomes `x` and its
 * code, so that two codes of a site do not fall together.
 */
function label(text: string): string {
  return text.replace(/[^A-Za-z0-9]/gu, (character) =>
    character === '-' ? '' : `x${character.codePointAt(0)!.toString(16)}`,
  );
}
