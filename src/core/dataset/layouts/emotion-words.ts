import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';

/** How the words for an emotion begin in the file names of picture sets: angry, fearful, surprised, happyopen. */
const STEMS: Readonly<Record<Emotion, RegExp>> = {
  anger: /^ang(er|ry)/i,
  disgust: /^disgust/i,
  fear: /^(fear|afraid|scared)/i,
  happiness: /^(happ|joy)/i,
  sadness: /^sad/i,
  surprise: /^surpris/i,
  neutral: /^neutral/i,
};

/** @returns Null for a word that begins like none of the seven. */
export function emotionOfWord(word: string): Emotion | null {
  return EMOTIONS.find((emotion) => STEMS[emotion].test(word)) ?? null;
}

/** Every emotion that a path names in one of its words, each once. */
export function emotionsInPath(path: string): Emotion[] {
  const words = path.split(/[^A-Za-z]+/).map(emotionOfWord);
  return [...new Set(words.filter((emotion) => emotion !== null))];
}
