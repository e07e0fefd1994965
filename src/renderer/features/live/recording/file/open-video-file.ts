import {
  ALL_FORMATS,
  BlobSource,
  CanvasSink,
  Input,
  type InputFormat,
  type InputVideoTrack,
  IsobmffInputFormat,
  MatroskaInputFormat,
  MpegTsInputFormat,
  type Rational,
  VideoSampleSink,
} from 'mediabunny';
import { codecName } from './codec-name.ts';
import { isWholeMatroska } from './is-whole-matroska.ts';
import { readMovie } from './read-movie.ts';
import { type ShownPart, shownPart } from './shown-part.ts';
import { videoStreamType } from './transport-stream.ts';

/** A picture of a video file. */
export interface RecordingFrame {
  /** Upright, in the recording's own pixels; whoever takes it closes it. */
  readonly picture: VideoFrame;
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
  frames(): AsyncGenerator<RecordingFrame, void>;
}

/** Pictures decoded ahead of the one being read. */
const CANVASES = 4;

/** Edit lists count in a film's own clock, most often in milliseconds; a picture lasts longer than that. */
const ROUNDING_SECONDS = 0.0005;

/**
 * Opens a video file for reading picture by picture.
 *
 * @throws VideoFileError if it is not a video, or one that cannot be decoded here.
 */
export async function openVideoFile(file: Blob): Promise<VideoFile> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) throw new VideoFileError('not-a-video');
    const format = await input.getFormat();
    const movie = format instanceof IsobmffInputFormat ? await readMovie(file) : null;
    if (movie && !movie.hasIndex) throw new VideoFileError('unfinished');
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw await withoutTrack(file, format);
    if (!(await track.canDecode())) {
      throw new VideoFileError('cannot-decode', codecName(track.codec ?? (await track.getInternalCodecId())));
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
    return {
      durationMs: 1000 * (endSeconds - firstSeconds),
      originMs: Math.max(0, 1000 * (firstSeconds - clockSeconds)),
      async *frames() {
        for await (const picture of await upright(track, { ...part, fromSeconds: firstSeconds })) {
          yield { picture, atMs: Math.max(0, picture.timestamp / 1000 - 1000 * firstSeconds) };
        }
        if (!isWhole) throw new VideoFileError('cut');
      },
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

/** The packets of a transport stream, bare, with their times, and with their check sums. */
const TS_PACKET_BYTES = [188, 192, 204];

async function isWholeFile(file: Blob, format: InputFormat): Promise<boolean> {
  if (format instanceof MpegTsInputFormat) return TS_PACKET_BYTES.some((bytes) => file.size % bytes === 0);
  return format instanceof MatroskaInputFormat ? isWholeMatroska(file) : true;
}

/** Why the library gives no track of pictures. */
async function withoutTrack(file: Blob, format: InputFormat): Promise<VideoFileError> {
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

/** The pictures that begin within the part, upright. */
async function* upright(track: InputVideoTrack, part: ShownPart): AsyncGenerator<VideoFrame, void> {
  const isUpright = (await track.getRotation()) === 0 && !(await track.getFlip());
  for await (const picture of isUpright ? asDecoded(track, part) : turnedUpright(track, part)) {
    const atSeconds = picture.timestamp / 1e6;
    if (atSeconds >= part.fromSeconds - ROUNDING_SECONDS && atSeconds < part.toSeconds - ROUNDING_SECONDS)
      yield picture;
    else picture.close();
  }
}

async function* asDecoded(track: InputVideoTrack, part: ShownPart): AsyncGenerator<VideoFrame, void> {
  const claimedLines = await track.getCodedHeight();
  for await (const sample of new VideoSampleSink(track).samples(part.fromSeconds, part.toSeconds)) {
    const picture = sample.toVideoFrame();
    sample.close();
    yield claimedLines * 2 <= picture.codedHeight ? ofAllLines(picture, await track.getPixelAspectRatio()) : picture;
  }
}

/**
 * Of interlaced H.264 in a transport stream the library counts half the lines, and has the picture shown at twice its
 * width.
 */
function ofAllLines(picture: VideoFrame, { num, den }: Rational): VideoFrame {
  const { width, height } = picture.visibleRect ?? { width: picture.codedWidth, height: picture.codedHeight };
  const whole = new VideoFrame(picture, { displayWidth: Math.round((width * num) / den), displayHeight: height });
  picture.close();
  return whole;
}

/** By way of a canvas: a phone held upright records sideways and says so in the file. */
async function* turnedUpright(track: InputVideoTrack, part: ShownPart): AsyncGenerator<VideoFrame, void> {
  const sink = new CanvasSink(track, { poolSize: CANVASES });
  for await (const { canvas, timestamp, duration } of sink.canvases(part.fromSeconds, part.toSeconds)) {
    yield new VideoFrame(canvas, { timestamp: timestamp * 1e6, duration: duration * 1e6 });
  }
}

export type VideoFileProblem = 'not-a-video' | 'no-pictures' | 'cannot-decode' | 'edited' | 'unfinished' | 'cut';

/** A file that cannot be read as a recording; `codec` names how its pictures are coded, where that is the reason. */
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
