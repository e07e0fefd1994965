import type { MethodName } from '../contract/contract.ts';
import { baselinesHandlers } from './baselines.ts';
import type { Handlers } from './call-context.ts';
import { childrenHandlers } from './children.ts';
import { datasetsHandlers } from './datasets.ts';
import { exportsHandlers } from './exports.ts';
import { markerButtonsHandlers } from './marker-buttons.ts';
import { modelsHandlers } from './models.ts';
import { notesHandlers } from './notes.ts';
import { reportsHandlers } from './reports.ts';
import { reviewHandlers } from './review.ts';
import { runsHandlers } from './runs.ts';
import { sessionsHandlers } from './sessions.ts';
import { siteHandlers } from './site.ts';
import { usersHandlers } from './users.ts';

/** The contract, implemented: a method without a handler does not compile. */
export const HANDLERS: Handlers<MethodName> = {
  ...siteHandlers,
  ...markerButtonsHandlers,
  ...usersHandlers,
  ...childrenHandlers,
  ...baselinesHandlers,
  ...sessionsHandlers,
  ...notesHandlers,
  ...reviewHandlers,
  ...reportsHandlers,
  ...exportsHandlers,
  ...modelsHandlers,
  ...datasetsHandlers,
  ...runsHandlers,
};
