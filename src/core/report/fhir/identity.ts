import { v5 } from 'uuid';
import type { ReportDocument } from '../report-document.ts';

/** Namespace of the program's identifiers; its digits are of no meaning. */
const NAMESPACE = '6f8a4b1e-2c3d-5e70-9a41-b7d05c3e8f12';

/**
 * Names that are the same in every export of the same thing and differ between any two things, so that a server can take
 * many files: UUIDs of version 5 (RFC 9562) over what they name.
 */
export interface Identity {
  /** In which the site's codes are codes: another site may use the same ones. */
  readonly childSystem: string;
  readonly child: string;
  readonly model: string;
  /** Of something of this session. */
  of(...names: readonly string[]): string;
}

/** The site is known by the key that its reports are signed with; one without by its name, which may be withheld. */
export function identityOf({ signingKey, siteName, child, session, model }: ReportDocument): Identity {
  const site = signingKey?.fingerprint.replaceAll(' ', '') ?? siteName ?? '';
  const uuid = (...names: readonly string[]) => v5(JSON.stringify(names), NAMESPACE);
  return {
    childSystem: `urn:uuid:${uuid('child codes', site)}`,
    child: uuid('child', site, child.code),
    model: uuid('model', model.id, model.version),
    of: (...names) => uuid('session', site, session.id, ...names),
  };
}
