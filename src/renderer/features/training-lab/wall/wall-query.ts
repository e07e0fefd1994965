import { z } from 'zod';
import { wallFilterSchema } from '../../../../contract/wall.ts';
import { WALL_ORDERS, type WallFilter, type WallOrder } from '../../../../core/store/lab/wall/wall-filter.ts';
import { pickedImages } from './picked-images.ts';

/** What the wall shows, as it stands in the address: other screens link to a choice by it. */
export interface WallQuery {
  readonly filter: WallFilter;
  readonly order: WallOrder;
  /** The image to begin with; null for none. */
  readonly imageKey: number | null;
  /** Name of a choice that another screen made; null where there is none. */
  readonly picked: string | null;
}

/** Parts of a filter that are plain words, by their name in the address. */
const WORDS = {
  dataset: 'datasetId',
  group: 'group',
  emotion: 'emotion',
  age: 'ageBand',
  subject: 'subject',
  split: 'split',
  state: 'state',
  quality: 'quality',
  labels: 'labels',
  use: 'use',
} as const satisfies Record<string, keyof WallFilter>;

const RUN_WORDS = { truth: 'truth', said: 'said', runSplit: 'split' } as const;

/** Reads the address. What it does not understand it leaves out: an old link shows more, never another choice. */
export function readWallQuery(query: URLSearchParams): WallQuery {
  const found: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(WORDS)) found[part] = query.get(name) ?? undefined;
  if (query.get('disagrees') === '1') found.disagrees = true;
  const runId = query.get('run');
  if (runId !== null) found.run = { runId, ...runPart(query) };
  const picked = query.get('picked');
  if (picked !== null) found.keys = pickedImages(picked);
  const filter = Object.fromEntries(
    Object.entries(found).filter(
      ([part, value]) => value !== undefined && wallFilterSchema.safeParse({ [part]: value }).success,
    ),
  );
  const image = Number(query.get('image'));
  return {
    filter,
    order: z.enum(WALL_ORDERS).catch('dataset').parse(query.get('order')),
    imageKey: Number.isInteger(image) && image > 0 ? image : null,
    picked,
  };
}

function runPart(query: URLSearchParams): object {
  const words = Object.entries(RUN_WORDS).map(([name, part]) => [part, query.get(name) ?? undefined]);
  const right = query.get('right');
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  return {
    ...Object.fromEntries(words),
    right: right === null ? undefined : right === '1',
    sureFrom: number('sureFrom'),
    sureTo: number('sureTo'),
  };
}

/** The address of a choice, from "?" on; empty for all images. */
export function wallQuery({ filter, order, imageKey, picked }: Partial<WallQuery>): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | boolean | null | undefined) => {
    if (value !== undefined && value !== null) query.set(name, String(value));
  };
  for (const [name, part] of Object.entries(WORDS)) set(name, filter?.[part]);
  if (filter?.disagrees) set('disagrees', 1);
  const run = filter?.run;
  if (run) {
    set('run', run.runId);
    for (const [name, part] of Object.entries(RUN_WORDS)) set(name, run[part]);
    if (run.right !== undefined) set('right', Number(run.right));
    set('sureFrom', run.sureFrom);
    set('sureTo', run.sureTo);
  }
  set('picked', picked);
  if (order !== 'dataset') set('order', order);
  set('image', imageKey);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Address of the wall with a choice. */
export function wallPath(query: Partial<WallQuery>): string {
  return `/training/wall${wallQuery(query)}`;
}

/**
 * Whether images keep their places when more of them are opened. Where they do not, another could slip under the finger of
 * whoever is about to label one.
 */
export function keepsPlaces({ filter, order }: Pick<WallQuery, 'filter' | 'order'>): boolean {
  const decidedByOpening = ['state', 'quality', 'disagrees', 'labels', 'use'] as const;
  return order === 'dataset' && decidedByOpening.every((part) => filter[part] === undefined);
}
