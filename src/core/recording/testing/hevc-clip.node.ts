import { openAsBlob } from 'node:fs';
import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  Output,
  VideoSampleSink,
} from 'mediabunny';

/** Its keys come every second, as a phone's do. */
const KEY_EVERY = 15;

interface Encoder {
  configure(config: object): void;
  encode(frame: unknown, options: { keyFrame: boolean }): void;
  flush(): Promise<void>;
  close(): void;
}

interface Chunk {
  readonly byteLength: number;
  readonly type: 'key' | 'delta';
  readonly timestamp: number;
  readonly duration: number | null;
  copyTo(bytes: Uint8Array): void;
}

/**
 * The first seconds of a film as a phone would have recorded them: HEVC of 8 bits, in MP4.
 *
 * @param path Of a film of 640 x 480 pixels and 15 pictures a second.
 */
export async function hevcClip(path: string, seconds: number): Promise<Uint8Array> {
  await import('@napi-rs/webcodecs/polyfill');
  const { VideoEncoder } = globalThis as unknown as {
    VideoEncoder: new (hear: { output(chunk: Chunk, meta: never): void; error(error: Error): void }) => Encoder;
  };
  // The encoder's threads do not keep Node awake.
  const timer = setInterval(() => {}, 1000);
  const input = new Input({ source: new BlobSource(await openAsBlob(path)), formats: ALL_FORMATS });
  const track = (await input.getPrimaryVideoTrack())!;
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
  const packets = new EncodedVideoPacketSource('hevc');
  output.addVideoTrack(packets, { frameRate: 15 });
  await output.start();
  let added = Promise.resolve();
  const encoder = new VideoEncoder({
    output(chunk, meta) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      const packet = new EncodedPacket(bytes, chunk.type, chunk.timestamp / 1e6, (chunk.duration ?? 1e6 / 15) / 1e6);
      added = added.then(() => packets.add(packet, meta));
    },
    error(error) {
      throw error;
    },
  });
  encoder.configure({ codec: 'hvc1.1.6.L93.B0', width: 640, height: 480, bitrate: 2_000_000, framerate: 15 });
  let count = 0;
  for await (const sample of new VideoSampleSink(track).samples(0, seconds)) {
    const frame = sample.toVideoFrame() as { close(): void };
    encoder.encode(frame, { keyFrame: count % KEY_EVERY === 0 });
    frame.close();
    sample.close();
    count++;
  }
  await encoder.flush();
  await added;
  await output.finalize();
  encoder.close();
  input.dispose();
  clearInterval(timer);
  return new Uint8Array(output.target.buffer!);
}
