import type { Door } from './door.ts';

type Load = () => Promise<{ readonly default: Door }>;

/** Each is loaded alone, since each brings libraries of its own. */
export const DOORS: Readonly<Record<string, Load>> = {
  calls: () => import('./doors/calls.ts'),
  frames: () => import('./doors/frames.ts'),
  pictures: () => import('./doors/pictures.ts'),
  tables: () => import('./doors/tables.ts'),
  'dataset-folders': () => import('./doors/dataset-folders.ts'),
  'model-folders': () => import('./doors/model-folders.ts'),
  'model-files': () => import('./doors/model-files.ts'),
  'signed-files': () => import('./doors/signed-files.ts'),
  backups: () => import('./doors/backups.ts'),
  'site-files': () => import('./doors/site-files.ts'),
  outbox: () => import('./doors/outbox.ts'),
  'export-folders': () => import('./doors/export-folders.ts'),
  'command-line': () => import('./doors/command-line.ts'),
  films: () => import('./doors/films.ts'),
};

/** @throws RangeError for a name that is not on the list. */
export async function loadDoor(name: string): Promise<Door> {
  const load = Object.hasOwn(DOORS, name) ? DOORS[name] : undefined;
  if (!load) throw new RangeError(`one of ${Object.keys(DOORS).join(', ')} was expected; found ${name}`);
  return (await load()).default;
}
