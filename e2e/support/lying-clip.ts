import { remuxClip } from './remux-clip.ts';

const PICTURES = 30;

/**
 * The first two seconds of a clip with the note that it is to be turned by a quarter before it is shown, as a phone writes it: the
 * pictures are the same, but whoever heeds the note sees a child lying on its side.
 *
 * @returns The bytes of an MP4 file.
 */
export function lyingClip(path: string): Promise<Buffer> {
  return remuxClip(
    path,
    async function* (pictures) {
      let written = 0;
      for await (const packet of pictures.packets()) {
        yield packet;
        if (++written === PICTURES) break;
      }
    },
    { rotation: 90 },
  );
}
