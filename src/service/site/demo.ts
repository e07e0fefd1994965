import { join } from 'node:path';
import { addDataset, type NewDataset } from '../../core/store/lab/datasets.node.ts';
import { addChild } from '../../core/store/people/children.node.ts';
import { grantConsent } from '../../core/store/people/consents.node.ts';
import { writeSite } from '../../core/store/site.node.ts';
import { summariseDataset } from '../lab/datasets/datasets.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';

const CHILD_AGE_YEARS = 8;

/** What a demo site is made of. */
export interface DemoMaterial {
  readonly administrator: string;
  readonly dataset: NewDataset;
}

/** @throws DatasetError if the demo cohort is not where the program keeps it. */
export async function readDemoMaterial(resourcesDir: string): Promise<DemoMaterial> {
  return {
    administrator: 'Demo administrator',
    dataset: await summariseDataset(join(resourcesDir, 'demo-cohort')),
  };
}

/** Fills a new store so that every screen has something to show: nobody in it exists. */
export function fillDemo(context: Pick<SignedInContext, 'db' | 'user' | 'now'>, { dataset }: DemoMaterial): void {
  const { db, now } = context;
  writeSite(db, { name: 'Demo ward', demo: true });
  const birthMonth = `${now.getFullYear() - CHILD_AGE_YEARS}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const added = addChild(db, { code: 'DEMO-1', birthMonth, now });
  if (added.kind !== 'added') throw new Error('a new store has the demo child already');
  const granted = grantConsent(db, {
    childId: added.child.id,
    scopes: ['monitor', 'keep-crops', 'train'],
    givenBy: 'Nobody: this child is rendered',
    childAssented: true,
    untilDate: `${now.getFullYear() + 1}-12-31`,
    now,
  });
  if (granted.kind !== 'granted') throw new Error(`the demo child's consent was not granted: ${granted.kind}`);
  addDataset(db, dataset);
  recordAction(context, 'site.openDemo', '');
}
