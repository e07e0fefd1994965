import { EMOTIONS } from '../emotion/emotion.ts';

/** The streams of a session for the Lab Streaming Layer, in which other devices' recordings have the same clock. */
export const STREAMS = ['readings', 'distress', 'gaps', 'markers'] as const;

export type StreamName = (typeof STREAMS)[number];

/** What a stream is, for whoever opens it. */
export interface StreamDescription {
  readonly name: string;
  /** LSL's content type; "Markers" for events. */
  readonly type: string;
  readonly format: 'float32' | 'string';
  readonly channels: readonly { readonly label: string; readonly unit?: string }[];
  /** Names the stream, so that a receiver finds it again. */
  readonly sourceId: string;
  /** More of what it is, by name: written into its description. */
  readonly about: Readonly<Record<string, string>>;
}

/** A sample of a stream: at which moment of the session, and its channels. */
export interface StreamLine {
  readonly stream: StreamName;
  readonly atMs: number;
  readonly values: readonly number[] | readonly string[];
}

const KINDS: Readonly<Record<StreamName, Pick<StreamDescription, 'type' | 'format' | 'channels'>>> = {
  // As the XDF export names them.
  readings: {
    type: 'Emotion',
    format: 'float32',
    channels: [
      ...EMOTIONS.map((emotion) => ({ label: `p_${emotion}`, unit: 'probability' })),
      { label: 'valence', unit: '-1 to 1' },
      { label: 'distress', unit: 'probability' },
    ],
  },
  distress: { type: 'Distress', format: 'string', channels: [{ label: 'distress' }] },
  gaps: { type: 'Gaps', format: 'string', channels: [{ label: 'gap' }] },
  markers: { type: 'Markers', format: 'string', channels: [{ label: 'marker' }] },
};

/** With which every source id of ours begins. */
export const SOURCE_PREFIX = 'faceward-';

const STATEMENT = 'Decision support for trained staff, not a diagnosis. Not validated on children of a ward.';

/**
 * All streams of one session.
 *
 * @param name A random one, of this session only: nothing in a stream says whose it is.
 * @param model The model's id and version.
 */
export function describeStreams(name: string, model: string): StreamDescription[] {
  return STREAMS.map((stream) => ({
    name: `Faceward ${stream}`,
    ...KINDS[stream],
    sourceId: `${SOURCE_PREFIX}${name}-${stream}`,
    about: {
      session: name,
      model,
      manufacturer: 'Faceward',
      clock: "the session's clock, mapped onto this machine's LSL clock",
      statement: STATEMENT,
    },
  }));
}
