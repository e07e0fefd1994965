/** What a family can agree to, each on its own. */
export const CONSENT_SCOPES = [
  'monitor',
  'keep-crops',
  'keep-video',
  'train',
  'share-weights',
  'keep-baseline',
] as const;

export type ConsentScope = (typeof CONSENT_SCOPES)[number];
