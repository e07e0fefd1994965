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

/** What people call a folder of pictures of one emotion, in English and Dutch, as a whole word. */
const FOLDER_WORDS: Readonly<Record<Emotion, readonly string[]>> = {
  anger: ['anger', 'angry', 'ang', 'boos', 'boosheid', 'kwaad', 'kwaadheid', 'woede', 'woedend'],
  disgust: ['disgust', 'disgusted', 'dis', 'afkeer', 'afschuw', 'vies', 'walging'],
  fear: ['fear', 'fearful', 'fea', 'afraid', 'scared', 'angst', 'angstig', 'bang', 'vrees'],
  happiness: [
    'happiness',
    'happy',
    'hap',
    'joy',
    'joyful',
    'blij',
    'blijdschap',
    'blijheid',
    'geluk',
    'gelukkig',
    'vrolijk',
  ],
  sadness: ['sadness', 'sad', 'bedroefd', 'droefheid', 'droevig', 'verdriet', 'verdrietig'],
  surprise: ['surprise', 'surprised', 'sur', 'verbaasd', 'verbazing', 'verrassing', 'verrast'],
  neutral: ['neutral', 'neu', 'neutraal'],
};

const EMOTION_OF_FOLDER = new Map(
  EMOTIONS.flatMap((emotion) => FOLDER_WORDS[emotion].map((word) => [word, emotion] as const)),
);

/**
 * The emotion that a folder is named after, in any case and with a number before or behind: "Happy", "0_angry", "boos".
 *
 * @returns Null for every other name: a part of a word is no emotion, since "angst" begins like anger.
 */
export function emotionOfFolder(name: string): Emotion | null {
  return EMOTION_OF_FOLDER.get(bareWord(name)) ?? null;
}

/** A folder's name in small letters, without a number and signs around it. */
export function bareWord(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[\d\s._-]+|[\d\s._-]+$/g, '');
}
