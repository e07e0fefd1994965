/**
 * The seven emotions, in the one order used everywhere: in a probability vector, a file, a chart and a table.
 * A site or a model may use fewer; its card says which.
 */
export const EMOTIONS = ['anger', 'disgust', 'fear', 'happiness', 'sadness', 'surprise', 'neutral'] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** Emotions that count as negative in the negative-against-neutral AUC and in a valence. */
export const NEGATIVE_EMOTIONS = ['anger', 'disgust', 'fear', 'sadness'] as const satisfies readonly Emotion[];

/** True when the text is one of the seven emotions, exactly as spelled in {@link EMOTIONS}. */
export function isEmotion(text: string): text is Emotion {
  return (EMOTIONS as readonly string[]).includes(text);
}
