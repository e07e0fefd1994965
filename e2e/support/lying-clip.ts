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

const PICTURES = 30;

/**
 * The first two seconds of a clip with the note that it is to be turned by a quarter before it is shown, as a phone writes it: the
 * pictures are the same, but whoever heeds the note sees a child lying on its side.
 *
 * @returns The bytes of an MP4 file.
 */
export async function lyingClip(path: string): Promise<Buffer> {
  using input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  const track = await input.getPrimaryVideoTrack();
  const codec = track?.codec;
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !codec || !decoderConfig) throw new Error(`${path} has no pictures`);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: 90 });
  await output.start();
  let written = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await source.add(packet, { decoderConfig });
    if (++written === PICTURES) break;
  }
  await output.finalize();
  return Buffer.from(target.buffer!);
}
