import { CLIP_FRAMES_PER_SECOND } from './camera-file.ts';
import { remuxClip } from './remux-clip.ts';

/**
 * The beginning of a clip, and then its first picture for as long as is wanted: a recording of a camera that hung.
 *
 * @returns The bytes of an MP4 file.
 */
export function standingClip(path: string, movesSeconds: number, standsSeconds: number): Promise<Buffer> {
  return remuxClip(path, async function* (pictures) {
    const first = await pictures.getFirstPacket();
    for await (const packet of pictures.packets()) {
      if (packet.timestamp >= movesSeconds) break;
      yield packet;
    }
    for (let picture = 0; picture < standsSeconds * CLIP_FRAMES_PER_SECOND; picture++) {
      yield first!.clone({ timestamp: movesSeconds + picture / CLIP_FRAMES_PER_SECOND });
    }
  });
}
