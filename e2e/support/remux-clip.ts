import {
  ALL_FORMATS,
  BufferTarget,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  Mp4OutputFormat,
  Output,
  type Rotation,
} from 'mediabunny';

/**
 * A clip's coded pictures in a new file: as they are, or others of them, at other times.
 *
 * @param choose The pictures of the new file, from those of the clip.
 * @returns The bytes of an MP4 file.
 */
export async function remuxClip(
  path: string,
  choose: (pictures: EncodedPacketSink) => AsyncIterable<EncodedPacket>,
  { rotation = 0 }: { readonly rotation?: Rotation } = {},
): Promise<Buffer> {
  using input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  const track = await input.getPrimaryVideoTrack();
  const codec = track?.codec;
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !codec || !decoderConfig) throw new Error(`${path} has no pictures`);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation });
  await output.start();
  for await (const packet of choose(new EncodedPacketSink(track))) await source.add(packet, { decoderConfig });
  await output.finalize();
  return Buffer.from(target.buffer!);
}
