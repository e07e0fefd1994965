import type { Catalogue } from '../translation.ts';
import { app } from './app.ts';
import { children } from './children.ts';
import { common } from './common.ts';
import { datasets } from './datasets.ts';
import { entries } from './entries.ts';
import { errors } from './errors.ts';
import { evaluation } from './evaluation.ts';
import { exchange } from './exchange.ts';
import { exporting } from './exports.ts';
import { federation } from './lab/federation.ts';
import { live } from './live.ts';
import { lsl } from './lsl.ts';
import { models } from './models.ts';
import { keys } from './opening/keys.ts';
import { setUp } from './opening/set-up.ts';
import { signIn } from './opening/sign-in.ts';
import { today } from './opening/today.ts';
import { tour } from './opening/tour.ts';
import { recordings } from './recordings.ts';
import { erasing } from './records/erasing.ts';
import { records } from './records.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { ratings } from './review/ratings.ts';
import { trends } from './review/trends.ts';
import { review } from './review.ts';
import { films } from './sessions/films.ts';
import { protocols } from './sessions/protocols.ts';
import { videos } from './sessions/videos.ts';
import { settings } from './settings.ts';
import { study } from './study.ts';
import { terms } from './terms.ts';
import { training } from './training.ts';
import { trainingSettings } from './training-settings.ts';
import { ui } from './ui.ts';
import { wall } from './wall.ts';

/** Every text in Dutch. */
export const DUTCH: Catalogue = {
  app,
  children,
  common,
  datasets,
  entries,
  erasing,
  errors,
  evaluation,
  federation,
  exchange,
  keys,
  exports: exporting,
  live,
  lsl,
  models,
  protocols,
  ratings,
  recordings,
  records,
  films,
  report,
  results,
  review,
  setUp,
  settings,
  signIn,
  study,
  terms,
  today,
  tour,
  training,
  trends,
  trainingSettings,
  ui,
  videos,
  wall,
};
