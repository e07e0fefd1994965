/**
 * Who may do what. The permission table itself is the contract's `access` column: one entry beside each method, so
 * that no method can be added without deciding who may call it. This file reads such an entry.
 */

/** What a person may do on this site. */
export const ROLES = ['ward', 'research', 'reviewer', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** Who may call a method: anyone at the machine, anyone signed in, or the named roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

export type Permission =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'role-needed'; readonly roles: readonly Role[]; readonly role: Role };

const ALLOWED: Permission = { kind: 'allowed' };

/**
 * Whether a person may do something.
 *
 * @param access The contract's entry. An empty list of roles lets nobody in.
 * @param role The role of who is signed in, or null when nobody is.
 * @returns Allowed, or what would be needed.
 */
export function permission(access: Access, role: Role | null): Permission {
  if (access === 'anyone') return ALLOWED;
  if (role === null) return { kind: 'sign-in-needed' };
  if (access === 'signed-in' || access.includes(role)) return ALLOWED;
  return { kind: 'role-needed', roles: access, role };
}
