import type { SampleColumns } from '../timeline/sample-columns.ts';

/** Some of a session's samples, in the order of time, with where the face was and how well it was seen. */
export interface SamplePage extends SampleColumns {
  /** Row-major [count, 4]: x, y, width, height in camera pixels. */
  readonly box: Float32Array;
  /** Row-major [count, 4]: brightness, sharpness, eye distance in pixels, yaw in degrees. */
  readonly quality: Float32Array;
  /** Row-major [count, 5], in the order of MOVEMENTS; NaN where they were not measured. */
  readonly movements: Float32Array;
}

/** A session's samples, however many: never all of them are in memory. */
export interface ReportSamples {
  readonly count: number;
  /** From the first to the last, read anew each time. */
  pages(): Iterable<SamplePage>;
}

export const BOX_COLUMNS = ['box_x_px', 'box_y_px', 'box_width_px', 'box_height_px'] as const;
/** In the order of MOVEMENTS: degrees, then shares of the distance between the eyes. */
export const MOVEMENT_COLUMNS = ['pitch_deg', 'roll_deg', 'eye_opening', 'mouth_opening', 'brow_height'] as const;
export const QUALITY_COLUMNS = ['brightness', 'sharpness', 'eye_distance_px', 'yaw_deg'] as const;
