/** What an erasure counts. The rest of what it takes (sums, kept timelines, numbers of batches) follows from these. */
export const ERASED_KINDS = [
  'children',
  'consents',
  'cautions',
  'sessions',
  'readings',
  'gaps',
  'markers',
  'observations',
  'corrections',
  'baselines',
  'pictures',
  'videos',
  'inDatasets',
  'labels',
  'ratings',
  'reports',
  'names',
] as const;

export type ErasedKind = (typeof ERASED_KINDS)[number];

export type ErasedCounts = Readonly<Record<ErasedKind, number>>;

/** Where a child's code may still stand after an erasure, as people would call the place. */
export const NAMED_PLACES = ['words', 'datasets', 'trainings', 'audit', 'elsewhere'] as const;

export type NamedPlace = (typeof NAMED_PLACES)[number];
