import type { Frame } from '../capture/frame.ts';

/** What opening an image gave. */
export type Decoded =
  | { readonly kind: 'image'; readonly frame: Frame }
  | { readonly kind: 'fault'; readonly reason: string };
