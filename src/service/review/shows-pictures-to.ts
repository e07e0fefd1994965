import type { Role } from '../../core/security/roles.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import type { SignedInContext } from '../runtime/call-context.ts';

/**
 * Whether a role looks at pictures to train models, and not for the child's care: a consent that keeps pictures names such
 * people only where it covers training as well.
 */
export function seesForTraining(role: Role): boolean {
  return role === 'research';
}

/** Whether the caller may see kept pictures of a child today. */
export function showsPicturesTo({ db, now, user }: SignedInContext, childId: string): boolean {
  if (!seesForTraining(user.role)) return true;
  return findChild(db, childId, now)?.consentedScopes.includes('train') ?? false;
}
