import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import type { Frame } from '../../../../core/capture/frame.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { EncodedFragment } from './video-messages.ts';

/** A crash loses what has not been handed out: at most so much, and what is on its way. */
const FRAGMENT_MS = 3000;

/** A pause in the pictures that begins a new fragment: a player must not stretch the last one over it. */
const LONGEST_PICTURE_MS = 700;

/** How long the last picture of a fragment is shown. */
const LAST_PICTURE_MS = 100;

/** Enough for one head among few colours, of which the rest of the picture consists. */
const BITS_A_SECOND = 350_000;

const FRAMES_A_SECOND = 12;

/** By what they cost to encode, the cheapest first; every browser has at least one. */
const CODECS: readonly {
  readonly codec: VideoCodec;
  readonly config: Partial<VideoEncoderConfig> & { codec: string };
}[] = [
  { codec: 'vp8', config: { codec: 'vp8' } },
  { codec: 'vp9', config: { codec: 'vp09.00.30.08' } },
  { codec: 'avc', config: { codec: 'avc1.42e01f', avc: { format: 'avc' } } },
];

interface OpenFragment {
  readonly output: Output<MkvOutputFormat, BufferTarget>;
  readonly source: EncodedVideoPacketSource;
  readonly started: Promise<void>;
  readonly fromMs: number;
  lastMs: number;
  adding: Promise<void>;
}

/** Pictures of one size as video, in fragments that are each a file of its own and begin with a key picture. */
export class FragmentEncoder {
  readonly #onFragment: (fragment: EncodedFragment) => void;
  readonly #codec: VideoCodec;
  readonly #encoder: VideoEncoder;
  readonly #widthPx: number;
  readonly #heightPx: number;
  /** Of the fragment whose pictures the encoder is given now. */
  #fromMs: number | null = null;
  #lastMs = 0;
  #open: OpenFragment | null = null;
  #closing: Promise<void> = Promise.resolve();
  #failure: unknown = null;

  /** @throws FailureError if nothing here encodes video. */
  static async create(
    { widthPx, heightPx }: Pick<Frame, 'widthPx' | 'heightPx'>,
    onFragment: (fragment: EncodedFragment) => void,
  ): Promise<FragmentEncoder> {
    // Encoders of two-by-two colours want even sides.
    const [width, height] = [widthPx & ~1, heightPx & ~1];
    for (const { codec, config } of CODECS) {
      const whole: VideoEncoderConfig = {
        ...config,
        width,
        height,
        bitrate: BITS_A_SECOND,
        framerate: FRAMES_A_SECOND,
        latencyMode: 'realtime',
      };
      const { supported } = await VideoEncoder.isConfigSupported(whole).catch(() => ({ supported: false }));
      if (supported) return new FragmentEncoder(codec, whole, onFragment);
    }
    throw new FailureError(failure('videos.cannot-encode'));
  }

  private constructor(codec: VideoCodec, config: VideoEncoderConfig, onFragment: (fragment: EncodedFragment) => void) {
    this.#codec = codec;
    this.#widthPx = config.width;
    this.#heightPx = config.height;
    this.#onFragment = onFragment;
    this.#encoder = new VideoEncoder({
      output: (chunk, meta) => this.#take(chunk, meta),
      error: (error) => {
        this.#failure = error;
      },
    });
    this.#encoder.configure(config);
  }

  fits({ widthPx, heightPx }: Frame): boolean {
    return (widthPx & ~1) === this.#widthPx && (heightPx & ~1) === this.#heightPx;
  }

  /**
   * @param frame RGBA.
   * @param atMs Later than that of the frame before.
   */
  async add({ widthPx, heightPx, data }: Frame, atMs: number): Promise<void> {
    if (this.#failure) throw this.#failure;
    const isFirst =
      this.#fromMs === null || atMs - this.#fromMs >= FRAGMENT_MS || atMs - this.#lastMs > LONGEST_PICTURE_MS;
    // What is still in the encoder belongs to the fragment before.
    if (isFirst && this.#fromMs !== null) await this.flush();
    if (isFirst) this.#fromMs = atMs;
    this.#lastMs = atMs;
    const picture = new VideoFrame(data as Uint8ClampedArray<ArrayBuffer>, {
      format: 'RGBX',
      codedWidth: widthPx,
      codedHeight: heightPx,
      visibleRect: { x: 0, y: 0, width: this.#widthPx, height: this.#heightPx },
      timestamp: Math.round(atMs * 1000),
    });
    this.#encoder.encode(picture, { keyFrame: isFirst });
    picture.close();
  }

  /** Hands out what has been added. */
  async flush(): Promise<void> {
    if (this.#encoder.state === 'configured') await this.#encoder.flush();
    this.#close();
    this.#fromMs = null;
    await this.#closing;
  }

  close(): void {
    if (this.#encoder.state !== 'closed') this.#encoder.close();
  }

  #take(chunk: EncodedVideoChunk, meta?: EncodedVideoChunkMetadata): void {
    const atMs = chunk.timestamp / 1000;
    if (!this.#open) {
      const source = new EncodedVideoPacketSource(this.#codec);
      const format = this.#codec === 'avc' ? new MkvOutputFormat() : new WebMOutputFormat();
      const output = new Output({ format, target: new BufferTarget() });
      output.addVideoTrack(source);
      const started = output.start();
      this.#open = { output, source, started, fromMs: atMs, lastMs: atMs, adding: started };
    }
    const open = this.#open;
    open.lastMs = atMs;
    const packet = EncodedPacket.fromEncodedChunk(chunk).clone({
      timestamp: (atMs - open.fromMs) / 1000,
      duration: LAST_PICTURE_MS / 1000,
    });
    this.#meta = meta?.decoderConfig ? meta : this.#meta;
    const decoding = this.#meta;
    open.adding = open.adding.then(() => open.source.add(packet, decoding));
    open.adding.catch((error) => {
      this.#failure = error;
    });
  }

  /** What a decoder must be told, which an encoder says with its first picture only. */
  #meta: EncodedVideoChunkMetadata | undefined;

  #close(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    this.#closing = this.#closing.then(async () => {
      await open.adding;
      await open.output.finalize();
      const { buffer } = open.output.target;
      if (!buffer) throw new Error('a finished fragment has no bytes');
      this.#onFragment({ fromMs: open.fromMs, toMs: open.lastMs + LAST_PICTURE_MS, data: new Uint8Array(buffer) });
    });
    this.#closing.catch((error) => {
      this.#failure = error;
    });
  }
}
