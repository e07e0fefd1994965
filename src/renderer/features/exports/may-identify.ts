import { MAY_IDENTIFY } from '../../../contract/review/reports.ts';
import type { Role } from '../../../contract/role.ts';

/** Who is offered reports with codes, dates, names and notes; the service decides. */
export function mayIdentify(role: Role): boolean {
  return MAY_IDENTIFY.includes(role);
}
