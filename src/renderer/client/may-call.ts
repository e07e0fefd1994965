import { METHODS, type MethodName } from '../../contract/contract.ts';
import type { Access, Role } from '../../contract/role.ts';

/** True when somebody signed in with this role may call the method. What the screen offers; the service decides. */
export function mayCall(role: Role, name: MethodName): boolean {
  const access: Access = METHODS[name].access;
  return typeof access === 'string' || access.includes(role);
}
