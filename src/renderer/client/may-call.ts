import { METHODS, type MethodName } from '../../contract/contract.ts';
import type { Role } from '../../contract/role.ts';
import { permission } from '../../core/security/roles.ts';

/** True when somebody signed in with this role may call the method. What the screen offers; the service decides. */
export function mayCall(role: Role, name: MethodName): boolean {
  return permission(METHODS[name].access, role).kind === 'allowed';
}
