/** What this browser must have so that a camera's pictures reach the worker that reads them. */
export interface FrameAbilities {
  readonly VideoFrame?: unknown;
  readonly OffscreenCanvas?: unknown;
  /** Chromium's. */
  readonly MediaStreamTrackProcessor?: unknown;
  readonly HTMLVideoElement?: { readonly prototype: object };
}

/** How frames reach the worker: from the camera's track, or picture by picture as a video element shows them. */
export type FrameWay = 'track' | 'video';

/** @returns Null where there is no way: no session of a camera can be had in this browser. */
export function frameWay(window: FrameAbilities = globalThis as FrameAbilities): FrameWay | null {
  if (!window.VideoFrame || !window.OffscreenCanvas) return null;
  if (window.MediaStreamTrackProcessor) return 'track';
  return window.HTMLVideoElement && 'requestVideoFrameCallback' in window.HTMLVideoElement.prototype ? 'video' : null;
}

/** Whether this browser can take a video file apart. */
export function canReadFiles(window: { readonly VideoDecoder?: unknown } = globalThis): boolean {
  return window.VideoDecoder !== undefined && frameWay() !== null;
}
