import { createContext, use } from 'react';
import type { SiteStatus, User } from '../../contract/site.ts';

interface SiteContextValue {
  readonly site: SiteStatus;
  readonly user: User;
}

/** The site, and who is signed in. */
export const SiteContext = createContext<SiteContextValue | null>(null);

/** @throws Error outside of SignedIn, which provides it. */
export function useSite(): SiteContextValue {
  const value = use(SiteContext);
  if (!value) throw new Error('useSite was called outside of <SignedIn>, where nobody is signed in');
  return value;
}
