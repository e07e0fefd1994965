import {
  ALL_FORMATS,
  Input,
  type InputFormat,
  type InputVideoTrack,
  IsobmffInputFormat,
  MatroskaInputFormat,
  MpegTsInputFormat,
  type Source,
  type VideoCodec,
  type VideoSample,
  VideoSampleSink,
} from 'mediabunny';
import { codecName } from './codec-name.ts';
import { containerName } from './container-name.ts';
import type { FileBytes } from './file-bytes.ts';
import { isWholeMatroska } from './is-whole-matroska.ts';
import { readMovie } from './read-movie.ts';
import { type ShownPart, shownPart } from './shown-part.ts';
import { videoStreamType } from './transport-stream.ts';

/** A picture of a video file. */
export interface RecordingPicture {
  /** As it was decoded: its rotation and flip say how it is shown. Whoever takes it closes it. */
  readonly sample: VideoSample;
  /** Since the first picture that a player shows. */
  readonly atMs: number;
}

/** A video file that is open for as long as the worker that opened it lives. */
export interface VideoFile {
  readonly durationMs: number;
  /** Where a player's clock stands at the first picture: later than 0 when the sound begins before it. */
  readonly originMs: number;
  /**
   * Every picture that a player shows, in order; to be iterated once. Only a few are decoded ahead of the reader.
   *
   * @throws VideoFileError after the last one that is there, if the file was cut off.
   */
  pictures(part?: Span): AsyncGenerator<RecordingPicture, void>;
  /** How its colours are coded; null where it does not say. */
  readonly colours: { readonly matrix: string | null; readonly isFullRange: boolean | null };
  /** Width to height of a pixel as it is shown. */
  readonly pixelAspect: number;
  /** Lines of a picture as the file gives them: half of them where the library miscounts interlaced pictures. */
  readonly claimedLines: number;
}

/** What a film says to its decoder: WebCodecs' VideoDecoderConfig. */
type DecoderConfig = NonNullable<Awaited<ReturnType<InputVideoTrack['getDecoderConfig']>>>;

/** A part of a recording, from its first picture on. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Of a file that is shorter than what it looks for the library says that it has failed itself. */
const LEAST_BYTES = 64;

/** Edit lists count in a film's own clock, most often in milliseconds; a picture lasts longer than that. */
const ROUNDING_SECONDS = 0.0005;

/**
 * Opens a video file for reading picture by picture.
 *
 * @param file Its bytes, and the same as the library wants them.
 * @param decodeElsewhere Asked about a film that cannot be decoded here: whether somebody else does, who has then been
 *   registered with the library.
 * @throws VideoFileError if it is not a video, or one that cannot be decoded here.
 */
export async function openVideoFile(
  file: FileBytes,
  source: Source,
  decodeElsewhere: (codec: VideoCodec, config: DecoderConfig) => Promise<boolean> = async () => false,
): Promise<VideoFile> {
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    if (file.size < LEAST_BYTES || !(await input.canRead())) throw await notTakenApart(file);
    const format = await input.getFormat();
    const movie = format instanceof IsobmffInputFormat ? await readMovie(file) : null;
    if (movie && !movie.hasIndex) throw new VideoFileError('unfinished');
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw await withoutTrack(file, format);
    if (!(await track.canDecode())) {
      const { codec } = track;
      const config = codec && (await track.getDecoderConfig());
      if (!codec || !config || !(await decodeElsewhere(codec, config))) {
        throw new VideoFileError('cannot-decode', codecName(codec ?? (await track.getInternalCodecId())));
      }
    }
    const part = shownPart(movie?.editsOf(track.id) ?? []);
    if (!part) throw new VideoFileError('edited');
    // Only the edit lists of a whole film refer to a clock of its own; others begin where their first track does.
    const clockSeconds = movie && !movie.isFragmented ? 0 : await input.getFirstTimestamp();
    const isWhole = movie ? movie.isWhole : await isWholeFile(file, format);
    const firstSeconds = await firstShownSeconds(track, part);
    if (firstSeconds === null) throw new VideoFileError('no-pictures');
    const saidSeconds = isWhole ? 0 : ((await track.getDurationFromMetadata()) ?? 0);
    const endSeconds = Math.min(Math.max(await track.computeDuration(), saidSeconds), part.toSeconds);
    const { num, den } = await track.getPixelAspectRatio();
    const { matrix = null, fullRange = null } = await track.getColorSpace();
    return {
      colours: { matrix, isFullRange: fullRange },
      pixelAspect: num / den,
      claimedLines: await track.getCodedHeight(),
      durationMs: 1000 * (endSeconds - firstSeconds),
      originMs: Math.max(0, 1000 * (firstSeconds - clockSeconds)),
      async *pictures({ fromMs, toMs } = { fromMs: 0, toMs: Number.POSITIVE_INFINITY }) {
        const wanted = {
          fromSeconds: firstSeconds + fromMs / 1000,
          toSeconds: Math.min(part.toSeconds, firstSeconds + toMs / 1000),
        };
        for await (const sample of samplesOf(track, wanted)) {
          yield { sample, atMs: Math.max(0, 1000 * (sample.timestamp - firstSeconds)) };
        }
        if (!isWhole && endSeconds - ROUNDING_SECONDS <= wanted.toSeconds) throw new VideoFileError('cut');
      },
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

/** The packets of a transport stream, bare, with their times, and with their check sums. */
const TS_PACKET_BYTES = [188, 192, 204];

async function isWholeFile(file: FileBytes, format: InputFormat): Promise<boolean> {
  if (format instanceof MpegTsInputFormat) return TS_PACKET_BYTES.some((bytes) => file.size % bytes === 0);
  return format instanceof MatroskaInputFormat ? isWholeMatroska(file) : true;
}

/** Why the library cannot take the file apart. */
async function notTakenApart(file: FileBytes): Promise<VideoFileError> {
  const container = await containerName(file);
  return container === null ? new VideoFileError('not-a-video') : new VideoFileError('other-container', container);
}

/** Why the library gives no track of pictures. */
async function withoutTrack(file: FileBytes, format: InputFormat): Promise<VideoFileError> {
  const type = format instanceof MpegTsInputFormat ? await videoStreamType(file) : null;
  return type === null ? new VideoFileError('no-pictures') : new VideoFileError('cannot-decode', codecName(type));
}

/** When the first picture begins that a player shows; null when it shows none. */
async function firstShownSeconds(
  track: InputVideoTrack,
  { fromSeconds, toSeconds }: ShownPart,
): Promise<number | null> {
  const firstSeconds = await track.getFirstTimestamp();
  if (firstSeconds >= fromSeconds - ROUNDING_SECONDS) return firstSeconds < toSeconds ? firstSeconds : null;
  for await (const sample of new VideoSampleSink(track).samples(fromSeconds, toSeconds)) {
    const { timestamp } = sample;
    sample.close();
    // The first one may have begun before: it is the one that was on the screen at that time.
    if (timestamp >= fromSeconds - ROUNDING_SECONDS) return timestamp;
  }
  return null;
}

/** The pictures that begin within the part. */
async function* samplesOf(track: InputVideoTrack, part: ShownPart): AsyncGenerator<VideoSample, void> {
  for await (const sample of new VideoSampleSink(track).samples(part.fromSeconds, part.toSeconds)) {
    const { timestamp } = sample;
    if (timestamp >= part.fromSeconds - ROUNDING_SECONDS && timestamp < part.toSeconds - ROUNDING_SECONDS) yield sample;
    else sample.close();
  }
}

export type VideoFileProblem =
  | 'not-a-video'
  | 'other-container'
  | 'no-pictures'
  | 'cannot-decode'
  | 'edited'
  | 'unfinished'
  | 'cut';

/** A file that cannot be read as a recording; `codec` names how its pictures are coded, or what holds them, where that is the reason. */
export class VideoFileError extends Error {
  readonly problem: VideoFileProblem;
  readonly codec: string;

  constructor(problem: VideoFileProblem, codec = '') {
    super(problem);
    this.name = 'VideoFileError';
    this.problem = problem;
    this.codec = codec;
  }
}
