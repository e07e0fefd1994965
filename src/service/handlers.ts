import type { MethodName } from '../contract/contract.ts';
import type { Handlers } from './call-context.ts';
import { childrenHandlers } from './children.ts';
import { datasetsHandlers } from './datasets.ts';
import { exportsHandlers } from './exports.ts';
import { modelsHandlers } from './models.ts';
import { reportsHandlers } from './reports.ts';
import { runsHandlers } from './runs.ts';
import { sessionsHandlers } from './sessions.ts';
import { siteHandlers } from './site.ts';
import { usersHandlers } from './users.ts';

/** The contract, implemented: a method without a handler does not compile. */
export const HANDLERS: Handlers<MethodName> = {
  ...siteHandlers,
  ...usersHandlers,
  ...childrenHandlers,
  ...sessionsHandlers,
  ...reportsHandlers,
  ...exportsHandlers,
  ...modelsHandlers,
  ...datasetsHandlers,
  ...runsHandlers,
};
