import { bmvbhashEven } from 'blockhash-core';
import { CROP_PX } from '../faces/face-set.ts';

/**
 * A face's perceptual hash: 64 bits that hardly change when a picture is compressed, scaled or made brighter.
 *
 * Block mean value hash (Yang, Gu and Niu 2006, "Block Mean Value Based Image Perceptual Hashing", by blockhash-core)
 * of the crop's centre: is each of 8 x 8 blocks brighter than the median of its band of two rows of blocks?
 */
export interface NearDuplicateHash {
  /** Upper four rows of blocks, as a signed number of 32 bits: small integers are compared fastest. */
  readonly high: number;
  readonly low: number;
}

/** Side of what is hashed: the part of the crop that a model reads. */
export const CENTRE_PX = 48;
export const RIM_PX = (CROP_PX - CENTRE_PX) / 2;
const BLOCKS = 8;

/**
 * @param crop Grey, [60, 60], row-major.
 * @param mirrored Hash what the crop shows in a mirror.
 */
export function nearDuplicateHash(crop: Uint8Array, mirrored: boolean): NearDuplicateHash {
  // The library reads red, green, blue and opacity.
  const data = new Uint8Array(CENTRE_PX * CENTRE_PX * 4).fill(255);
  for (let y = 0; y < CENTRE_PX; y += 1) {
    for (let x = 0; x < CENTRE_PX; x += 1) {
      const from = mirrored ? CROP_PX - 1 - RIM_PX - x : RIM_PX + x;
      const grey = crop[(RIM_PX + y) * CROP_PX + from]!;
      data.fill(grey, (y * CENTRE_PX + x) * 4, (y * CENTRE_PX + x) * 4 + 3);
    }
  }
  const hex = bmvbhashEven({ width: CENTRE_PX, height: CENTRE_PX, data }, BLOCKS);
  return { high: Number.parseInt(hex.slice(0, 8), 16) | 0, low: Number.parseInt(hex.slice(8), 16) | 0 };
}

/** How many of the 64 bits differ. */
export function hammingDistance(a: NearDuplicateHash, b: NearDuplicateHash): number {
  return onesIn(a.high ^ b.high) + onesIn(a.low ^ b.low);
}

/** Bits set in a 32-bit number, added up in pairs, fours and bytes at once. */
export function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
