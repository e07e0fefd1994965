import {
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { VideoFragment } from '../../../../contract/review/videos.ts';
import { openFragment } from './fragment-pictures.ts';

/** A video as one file; its clock is the session's, with holes where nothing was kept. */
export interface JoinedVideo {
  readonly bytes: Uint8Array;
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
}

/**
 * Puts fragments behind each other as they are: nothing is decoded.
 *
 * @param fragments In the order of time, at least one.
 * @param read Gives the bytes of one.
 */
export async function joinFragments(
  fragments: readonly VideoFragment[],
  read: (fragment: VideoFragment) => Promise<Uint8Array>,
): Promise<JoinedVideo> {
  let joining: { output: Output<MkvOutputFormat, BufferTarget>; source: EncodedVideoPacketSource } | null = null;
  for (const fragment of fragments) {
    const input = openFragment(await read(fragment));
    try {
      const track = await input.getPrimaryVideoTrack();
      const codec = await track?.getCodec();
      const decoderConfig = await track?.getDecoderConfig();
      if (!track || !codec || !decoderConfig) throw new Error('a fragment without pictures');
      if (!joining) {
        const format = codec === 'avc' ? new MkvOutputFormat() : new WebMOutputFormat();
        const output = new Output({ format, target: new BufferTarget() });
        const source = new EncodedVideoPacketSource(codec);
        output.addVideoTrack(source);
        await output.start();
        joining = { output, source };
      }
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const timestamp = packet.timestamp + fragment.fromMs / 1000;
        await joining.source.add(packet.clone({ timestamp }), { decoderConfig });
      }
    } finally {
      input.dispose();
    }
  }
  if (!joining) throw new RangeError('at least one fragment was expected; found none');
  const { output } = joining;
  await output.finalize();
  const { fileExtension: extension, mimeType: mediaType } = output.format;
  return { bytes: new Uint8Array(output.target.buffer!), extension, mediaType };
}
