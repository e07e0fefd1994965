import type { Emotion } from '../../core/emotion/emotion.ts';

/** How an emotion looks everywhere: never by colour alone, always with its word or its two letters beside it. */
export interface EmotionStyle {
  /** For drawings: at least 3:1 against white, and told apart with red-green blindness as well. */
  readonly colour: string;
  /** At night: at least 4.5:1 against the dark screen. */
  readonly nightColour: string;
  /** Dash pattern of its line in a chart, in CSS pixels on and off; empty is an unbroken line. */
  readonly dashPx: readonly number[];
}

const STYLES: Readonly<Record<Emotion, EmotionStyle>> = {
  anger: { colour: '#a51c1c', nightColour: '#ff8f85', dashPx: [] },
  disgust: { colour: '#5d7a00', nightColour: '#b5d442', dashPx: [8, 3] },
  fear: { colour: '#5b2a86', nightColour: '#cba6f2', dashPx: [2, 3] },
  happiness: { colour: '#c47f00', nightColour: '#ffc04d', dashPx: [] },
  sadness: { colour: '#1f63c4', nightColour: '#8ab8ff', dashPx: [8, 3, 2, 3] },
  surprise: { colour: '#d6409f', nightColour: '#ff94d1', dashPx: [4, 4] },
  neutral: { colour: '#5b6670', nightColour: '#b9c2ca', dashPx: [12, 4] },
};

/** The look of "not sure": a reading in which no emotion is named. */
const NOT_SURE_STYLE: EmotionStyle = { colour: '#6f7780', nightColour: '#b9c2ca', dashPx: [] };

/** The look of one emotion, or of "not sure" for null. */
export function emotionStyle(emotion: Emotion | null): EmotionStyle {
  return emotion === null ? NOT_SURE_STYLE : STYLES[emotion];
}

/** Its colour as CSS, by day or by night. A canvas knows no such colour: there the whole drawing is turned (app.css). */
export function emotionInk(emotion: Emotion | null): string {
  const { colour, nightColour } = emotionStyle(emotion);
  return `light-dark(${colour}, ${nightColour})`;
}
