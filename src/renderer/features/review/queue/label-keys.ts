import type { AnnotationLabel } from '../../../../core/emotion/annotation.ts';

/** The key that gives each label: digits for the seven emotions, letters for the rest, the same in every language. */
export const LABEL_KEYS: Readonly<Record<AnnotationLabel, string>> = {
  anger: '1',
  disgust: '2',
  fear: '3',
  happiness: '4',
  sadness: '5',
  surprise: '6',
  neutral: '7',
  crying: '8',
  pain: '9',
  asleep: '0',
  talking: 't',
  unreadable: 'u',
  'not-this-child': 'x',
};

export const SKIP_KEY = 's';
export const PREVIOUS_KEY = 'b';
