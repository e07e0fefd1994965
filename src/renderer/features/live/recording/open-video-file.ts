import { ALL_FORMATS, BlobSource, CanvasSink, Input, type InputVideoTrack, VideoSampleSink } from 'mediabunny';

/** A picture of a video file. */
export interface RecordingFrame {
  /** Upright, in the recording's own pixels; whoever takes it closes it. */
  readonly picture: VideoFrame;
  /** Since the recording's first picture. */
  readonly atMs: number;
}

/** A video file that is open for as long as the worker that opened it lives. */
export interface VideoFile {
  readonly durationMs: number;
  /** Every picture, in order; to be iterated once. Only a few are decoded ahead of the reader. */
  frames(): AsyncGenerator<RecordingFrame, void>;
}

/** Pictures decoded ahead of the one being read. */
const CANVASES = 4;

/**
 * Opens a video file for reading picture by picture.
 *
 * @throws VideoFileError if it is not a video, or one that cannot be decoded here.
 */
export async function openVideoFile(file: Blob): Promise<VideoFile> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) throw new VideoFileError('not-a-video');
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new VideoFileError('no-pictures');
    if (!(await track.canDecode())) throw new VideoFileError('cannot-decode', track.codec ?? '?');
    const firstSeconds = await track.getFirstTimestamp();
    const durationMs = 1000 * ((await track.computeDuration()) - firstSeconds);
    const isUpright = (await track.getRotation()) === 0 && !(await track.getFlip());
    const pictures = isUpright ? asDecoded(track) : turnedUpright(track);
    return {
      durationMs,
      async *frames() {
        for await (const picture of pictures) {
          yield { picture, atMs: Math.max(0, picture.timestamp / 1000 - 1000 * firstSeconds) };
        }
      },
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

async function* asDecoded(track: InputVideoTrack): AsyncGenerator<VideoFrame, void> {
  for await (const sample of new VideoSampleSink(track).samples()) {
    const picture = sample.toVideoFrame();
    sample.close();
    yield picture;
  }
}

/** By way of a canvas: a phone held upright records sideways and says so in the file. */
async function* turnedUpright(track: InputVideoTrack): AsyncGenerator<VideoFrame, void> {
  const sink = new CanvasSink(track, { poolSize: CANVASES });
  for await (const { canvas, timestamp, duration } of sink.canvases()) {
    yield new VideoFrame(canvas, { timestamp: timestamp * 1e6, duration: duration * 1e6 });
  }
}

export type VideoFileProblem = 'not-a-video' | 'no-pictures' | 'cannot-decode';

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
