import { VideoSample } from 'mediabunny';
import { decodedPlanes } from './decoded-planes.ts';
import { loadDecoder, MOST_WIDTH_PX } from './film.node.ts';
import { uprightFrame } from './upright-frame.ts';

/** How pictures are coded, as a film says it. */
export interface PacketCoding {
  readonly codec: string;
  readonly description: Uint8Array | null;
  readonly matrix: string | null;
  readonly isFullRange: boolean | null;
}

export interface Packet {
  readonly data: Uint8Array;
  readonly isKey: boolean;
  readonly atUs: number;
  readonly durationUs: number;
}

/** As it lies in the film, in red, green and blue. */
export interface PacketPicture {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly displayWidthPx: number;
  readonly displayHeightPx: number;
  readonly atUs: number;
  readonly durationUs: number;
}

/** The parts of WebCodecs that are used here. */
interface Decoder {
  readonly decodeQueueSize: number;
  configure(config: object): void;
  decode(chunk: unknown): void;
  flush(): Promise<void>;
  close(): void;
}
interface WebCodecs {
  readonly VideoDecoder: {
    new (hear: { output(frame: never): void; error(error: Error): void }): Decoder;
    isConfigSupported(config: object): Promise<{ supported?: boolean }>;
  };
  readonly EncodedVideoChunk: new (init: object) => unknown;
}

/** Decodes coded pictures that somebody else has taken out of a film. */
export class PacketDecoder {
  readonly #coding: PacketCoding;
  readonly #webCodecs: WebCodecs;
  readonly #decoder: Decoder;
  #came: VideoSample[] = [];
  #error: Error | null = null;

  private constructor(coding: PacketCoding, webCodecs: WebCodecs, config: object) {
    this.#coding = coding;
    this.#webCodecs = webCodecs;
    this.#decoder = new webCodecs.VideoDecoder({
      output: (frame) => this.#came.push(new VideoSample(frame)),
      error: (error) => {
        this.#error = error;
      },
    });
    this.#decoder.configure(config);
  }

  /** @returns Null where nothing here decodes it. @throws NoDecoderError */
  static async open(coding: PacketCoding): Promise<PacketDecoder | null> {
    await loadDecoder();
    const webCodecs = globalThis as unknown as WebCodecs;
    const config = { codec: coding.codec, ...(coding.description && { description: coding.description }) };
    const { supported } = await webCodecs.VideoDecoder.isConfigSupported(config).catch(() => ({ supported: false }));
    return supported ? new PacketDecoder(coding, webCodecs, config) : null;
  }

  /**
   * @param isLast Nothing follows: all that is left comes.
   * @returns What has been decoded since the last call, in the order in which it is shown.
   * @throws Error of the decoder for packets that are damaged.
   */
  async decode(packets: readonly Packet[], isLast: boolean): Promise<PacketPicture[]> {
    for (const { data, isKey, atUs, durationUs } of packets) {
      const type = isKey ? 'key' : 'delta';
      this.#decoder.decode(
        new this.#webCodecs.EncodedVideoChunk({ type, timestamp: atUs, duration: durationUs, data }),
      );
    }
    if (isLast) await this.#decoder.flush();
    else while (this.#decoder.decodeQueueSize > 0 && !this.#error) await new Promise(setImmediate);
    if (this.#error) throw this.#error;
    const came = this.#came;
    this.#came = [];
    return Promise.all(came.map((sample) => this.#pictureOf(sample)));
  }

  close(): void {
    for (const sample of this.#came) sample.close();
    this.#came = [];
    this.#decoder.close();
  }

  async #pictureOf(sample: VideoSample): Promise<PacketPicture> {
    const { displayWidth, displayHeight, microsecondTimestamp, microsecondDuration } = sample;
    const planes = await decodedPlanes(sample, this.#coding);
    sample.close();
    const shown = { displayWidthPx: displayWidth, displayHeightPx: displayHeight, rotation: 0, isFlipped: false };
    const { frame } = uprightFrame(planes, shown, MOST_WIDTH_PX);
    return {
      data: new Uint8Array(frame.data.buffer as ArrayBuffer),
      widthPx: frame.widthPx,
      heightPx: frame.heightPx,
      displayWidthPx: displayWidth,
      displayHeightPx: displayHeight,
      atUs: Math.round(microsecondTimestamp),
      durationUs: Math.round(microsecondDuration),
    };
  }
}
