import {
  ALL_FORMATS,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { CLIP_FRAMES_PER_SECOND } from './camera-file.ts';

/**
 * The beginning of a clip, and then its first picture for as long as is wanted: a recording of a camera that hung.
 *
 * @returns The bytes of an MP4 file.
 */
export async function standingClip(path: string, movesSeconds: number, standsSeconds: number): Promise<Buffer> {
  using input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  const track = await input.getPrimaryVideoTrack();
  const codec = track?.codec;
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !codec || !decoderConfig) throw new Error(`${path} has no pictures`);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  await output.start();
  const sink = new EncodedPacketSink(track);
  const first = await sink.getFirstPacket();
  for await (const packet of sink.packets()) {
    if (packet.timestamp >= movesSeconds) break;
    await source.add(packet, { decoderConfig });
  }
  for (let picture = 0; picture < standsSeconds * CLIP_FRAMES_PER_SECOND; picture++) {
    await source.add(first!.clone({ timestamp: movesSeconds + picture / CLIP_FRAMES_PER_SECOND }));
  }
  await output.finalize();
  return Buffer.from(target.buffer!);
}
