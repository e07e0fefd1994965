import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../translation.ts';
import { call, input } from './errors/calls.ts';
import { dataset, image, leftOut, readHow } from './errors/dataset.ts';
import { engine } from './errors/engine.ts';
import { exchange } from './errors/exchange.ts';
import { federation } from './errors/federation.ts';
import { films } from './errors/films.ts';
import { keys } from './errors/keys.ts';
import { lab, models } from './errors/lab.ts';
import { ratings } from './errors/ratings.ts';
import { runLog } from './errors/run-log.ts';
import { baselines, entries, protocols, reports, review, sessions } from './errors/sessions.ts';
import { children, erasures, site, users } from './errors/site.ts';
import { store } from './errors/store.ts';
import { training } from './errors/training.ts';
import { videos } from './errors/videos.ts';
import { window } from './errors/window.ts';

export const errors: Translation<typeof english> = {
  call,
  input,
  site,
  users,
  children,
  erasures,
  store,
  sessions,
  films,
  entries,
  protocols,
  baselines,
  review,
  ratings,
  reports,
  lab,
  models,
  exchange,
  federation,
  keys,
  training,
  engine,
  runLog,
  dataset,
  leftOut,
  readHow,
  image,
  videos,
  window,
};
