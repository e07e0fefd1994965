import { type Failure, failure } from '../../../words/failure.ts';
import { emotionOfWord } from '../emotion-words.ts';
import { hasImageNamed } from '../image-files.node.ts';
import type { Layout } from '../layout.ts';
import { type Named, readByName } from '../read-by-name.node.ts';

/** File number, expression, then the model: sex, descent in two letters, number. */
const NAME = /(?:^|\/)\d+-([a-z]+)[^/_]*_([FM]-[A-Z]{2}-\d+)\.jpe?g$/i;

/**
 * CAFE, the Child Affective Facial Expression set: 1,192 photographs of 154 children of 2 to 8 years.
 *
 * As Databrary (volume 30) gives it out: `sessions/6401/10541-happy_F-EA-14.jpg`, where F-EA-14 is the model. Names
 * like these are quoted in public code that reads the set. Not certain: how an open mouth is written; whatever follows
 * the expression's stem, such as "happyopen", is read as the same expression. Ages are in a table beside the set and
 * are not read.
 *
 * Source: LoBue and Thrasher 2015, doi:10.3389/fpsyg.2014.01532.
 */
export const cafe: Layout = {
  name: 'cafe',
  description: {
    shows: 'posed photographs of children (CAFE)',
    realChildren: true,
    licence: 'as agreed with Databrary: for research, not to be published or passed on',
  },
  recognises: (dir) => hasImageNamed(dir, NAME),
  read: async (dir) => readByName(dir, meaningOf),
};

function meaningOf(path: string): Named | Failure {
  const [, word, model] = NAME.exec(path) ?? [];
  if (!word || !model) return failure('leftOut.name-form', { example: '10541-happy_F-EA-14.jpg' });
  const emotion = emotionOfWord(word);
  return emotion
    ? { subject: `cafe/${model.toUpperCase()}`, emotion }
    : failure('leftOut.expression-unknown', { found: word, set: 'CAFE' });
}
