import type { ConsentScope } from '../../contract/children.ts';
import type { Role } from '../../contract/role.ts';
import type { Learner, Regime } from '../../contract/training.ts';
import type { GapReason } from '../../core/emotion/sample.ts';

/** The words of the screen for the terms of the contract. */

export const NOT_A_DIAGNOSIS = 'Decision support, not a diagnosis';

export const GAP_WORDS: Readonly<Record<GapReason, string>> = {
  'no-face': 'No face in view',
  'not-enrolled': 'Child not chosen yet',
  'unsure-who': 'Not sure who this is',
  'too-far': 'Too far away',
  covered: 'Face covered',
  'turned-away': 'Turned away',
  'too-dark': 'Too dark',
  'too-bright': 'Too bright',
  blurred: 'Picture blurred',
  paused: 'Paused',
  'camera-lost': 'Camera lost',
  interrupted: 'Program interrupted',
};

/** Words for a reason that came as plain text, such as a key of a summary. */
export function gapWords(reason: string): string {
  return Object.hasOwn(GAP_WORDS, reason) ? GAP_WORDS[reason as GapReason] : reason;
}

export const CONSENT_WORDS: Readonly<Record<ConsentScope, string>> = {
  monitor: 'Watch and record readings',
  'keep-crops': 'Keep pictures of the face',
  train: 'Use pictures to train a model',
  'share-weights': 'Share a model trained with them',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  ward: 'Ward staff',
  research: 'Research staff',
  reviewer: 'Reviewer',
  administrator: 'Administrator',
};

export const LEARNER_WORDS: Readonly<Record<Learner, string>> = {
  'cross-entropy': 'Cross-entropy',
  simclr: 'Contrastive, without labels (SimCLR)',
  supcon: 'Supervised contrastive (SupCon)',
};

export const REGIME_WORDS: Readonly<Record<Regime, string>> = {
  children: 'Children only',
  adults: 'Adults only',
  mixed: 'Children and adults mixed',
  'adults-then-children': 'Adults first, then children',
  'adults-as-augmentations': 'Adults as augmentations',
};

/** What each does, in one line under its choice. */
export const LEARNER_HELP: Readonly<Record<Learner, string>> = {
  'cross-entropy': 'Learns face and emotion together.',
  simclr: 'Learns which two views show the same face; a linear head then learns the emotions.',
  supcon: 'Draws together all faces of one emotion; a linear head then learns the emotions.',
};

export const REGIME_HELP: Readonly<Record<Regime, string>> = {
  children: 'Only children’s images train.',
  adults: 'Only adults’ images train: what a model makes of children that has never seen one.',
  mixed: 'Children’s and adults’ images train side by side.',
  'adults-then-children': 'Adults’ images train first, then children’s go on from there.',
  'adults-as-augmentations': 'Each child’s image comes with an adult’s of the same emotion, as one more view of it.',
};
