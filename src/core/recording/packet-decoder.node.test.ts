import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input } from 'mediabunny';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PacketDecoder } from './packet-decoder.node.ts';
import { hasDecoder } from './testing/has-decoder.node.ts';
import { hevcClip } from './testing/hevc-clip.node.ts';

const CLIP = join(import.meta.dirname, '../../../resources/demo-clip/child-session.mp4');

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-packets-'));
});

afterAll(() => rm(dir, { recursive: true }));

test.runIf(hasDecoder)('coded pictures come back decoded, all of them, in order and with their times', async () => {
  const file = join(dir, 'phone.mp4');
  await writeFile(file, await hevcClip(CLIP, 1));
  const input = new Input({ source: new BlobSource(await openAsBlob(file)), formats: ALL_FORMATS });
  const track = (await input.getPrimaryVideoTrack())!;
  const { codec, description } = (await track.getDecoderConfig())!;
  const decoder = (await PacketDecoder.open({
    codec,
    description: new Uint8Array(description as ArrayBuffer),
    matrix: null,
    isFullRange: null,
  }))!;
  const packets = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  const came = [];
  for (let from = 0; from < packets.length; from += 8) {
    const some = packets.slice(from, from + 8).map(({ data, type, timestamp, duration }) => ({
      data,
      isKey: type === 'key',
      atUs: Math.round(1e6 * timestamp),
      durationUs: Math.round(1e6 * duration),
    }));
    came.push(...(await decoder.decode(some, from + 8 >= packets.length)));
  }
  decoder.close();
  expect(came).toHaveLength(15);
  expect(came.map(({ atUs }) => atUs)).toEqual(came.map(({ atUs }) => atUs).toSorted((a, b) => a - b));
  expect(came[0]).toMatchObject({ widthPx: 640, heightPx: 480, displayWidthPx: 640, displayHeightPx: 480, atUs: 0 });
  expect(came[0]!.data).toHaveLength(4 * 640 * 480);
});

test.runIf(hasDecoder)('what nothing here decodes is said, not thrown', async () => {
  const coding = { codec: 'dvh1.99', description: null, matrix: null, isFullRange: null };
  expect(await PacketDecoder.open(coding)).toBeNull();
});
