import type { Scenario } from './scenario.ts';

type Load = () => Promise<{ readonly default: Scenario }>;

/** Each is loaded alone, so that a process that is killed a thousand times begins quickly. */
export const SCENARIOS: Readonly<Record<string, Load>> = {
  session: () => import('./scenarios/session.ts'),
  migrations: () => import('./scenarios/migrations.ts'),
  'log-into-file': () => import('./scenarios/log-into-file.ts'),
  approval: () => import('./scenarios/approval.ts'),
  exports: () => import('./scenarios/exports.ts'),
  'training-checkpoints': () => import('./scenarios/training-checkpoints.ts'),
  'model-folder': () => import('./scenarios/model-folder.ts'),
  backup: () => import('./scenarios/backup.ts'),
  'planned-backups': () => import('./scenarios/planned-backups.ts'),
  restore: () => import('./scenarios/restore.ts'),
  opening: () => import('./scenarios/opening.ts'),
  erase: () => import('./scenarios/erase.ts'),
  users: () => import('./scenarios/users.ts'),
  rekey: () => import('./scenarios/rekey.ts'),
  'train-resume': () => import('./scenarios/train-resume.ts'),
  'set-up': () => import('./scenarios/set-up.ts'),
};

/** @throws RangeError for a name that is not on the list. */
export async function loadScenario(name: string): Promise<Scenario> {
  const load = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (!load) throw new RangeError(`one of ${Object.keys(SCENARIOS).join(', ')} was expected; found ${name}`);
  return (await load()).default;
}
