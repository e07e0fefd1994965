import sharp from 'sharp';
import { CROP_PX, type FaceSet } from '../../core/dataset/faces/face-set.ts';

/** One face of a set as a PNG in a data: URI, for a page that loads nothing. It shows a person: handle it as such. */
export async function facePicture(faces: FaceSet, row: number): Promise<string> {
  const length = CROP_PX * CROP_PX;
  const crop = faces.crops.subarray(row * length, (row + 1) * length);
  const png = await sharp(crop, { raw: { width: CROP_PX, height: CROP_PX, channels: 1 } })
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
