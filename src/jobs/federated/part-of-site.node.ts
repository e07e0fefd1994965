import { localDate } from '../../core/store/local-date.ts';
import { failure } from '../../core/words/failure.ts';
import type { FederationFile } from './federation-file.ts';
import { placeOfRound, type RoundPlace } from './place-of-round.node.ts';
import { readFederationFile } from './read-federation-file.node.ts';
import { RoundRefused } from './round-refused.ts';
import { consentsOnDay, holdsSite, readSiteState, requireConfirmed, type SiteState } from './site-state.node.ts';
import { type HeldConsents, listedConsents, type Participants, whoTakesPart } from './who-takes-part.node.ts';

/** A site that may take part: its federation file is sound and, where it has administrators, confirmed. */
export interface PartOfSite {
  readonly file: FederationFile;
  readonly place: RoundPlace;
  /** The model whose net is trained. */
  readonly modelDir: string;
  /** What the program told of the site; null for images of no site. */
  readonly state: SiteState | null;
}

/** @throws RoundRefused "federation-file" or "not-confirmed". */
export function partOf(federationFile: string, baseModelDir: string): PartOfSite {
  const { file, sha256 } = readFederationFile(federationFile);
  const place = placeOfRound(federationFile, file);
  const isSite = file.data !== null && holdsSite(file.data);
  if (isSite && file.mayShare !== null) {
    throw new RoundRefused('federation-file', failure('federation.two-lists', { file: federationFile }));
  }
  const state = isSite ? requireConfirmed(readSiteState(file.data!), federationFile, sha256) : null;
  return { file, place, state, modelDir: file.model ?? state?.model?.dir ?? baseModelDir };
}

/** Who of the site's images takes part today. @throws As `whoTakesPart`. */
export function joinedBy(part: PartOfSite): Promise<Participants> {
  return whoTakesPart(part.file, consentsOf(part));
}

function consentsOf({ file: { mayShare }, place, state }: PartOfSite): HeldConsents | null {
  if (state) return consentsOnDay(state, localDate(new Date()), place.key());
  return mayShare === null ? null : listedConsents(mayShare, place.key);
}
