import { app } from './app.ts';
import { children } from './children.ts';
import { common } from './common.ts';
import { datasets } from './datasets.ts';
import { entries } from './entries.ts';
import { errors } from './errors.ts';
import { evaluation } from './evaluation.ts';
import { exchange } from './exchange.ts';
import { exporting } from './exports.ts';
import { live } from './live.ts';
import { models } from './models.ts';
import { recordings } from './recordings.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { review } from './review.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { study } from './study.ts';
import { terms } from './terms.ts';
import { today } from './today.ts';
import { training } from './training.ts';
import { trainingSettings } from './training-settings.ts';
import { ui } from './ui.ts';
import { wall } from './wall.ts';

/** Every text in English, by the part of the program that shows it: the keys of all languages are typed by these. */
export const ENGLISH = {
  app,
  children,
  common,
  datasets,
  entries,
  errors,
  evaluation,
  exchange,
  exports: exporting,
  live,
  models,
  recordings,
  report,
  results,
  review,
  setUp,
  settings,
  signIn,
  study,
  terms,
  today,
  training,
  trainingSettings,
  ui,
  wall,
} as const;
