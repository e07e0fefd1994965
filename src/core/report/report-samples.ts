import type { SampleColumns } from '../timeline/sample-columns.ts';

/** A session's samples with where the face was and how well it was seen. */
export interface ReportSamples extends SampleColumns {
  /** Row-major [count, 4]: x, y, width, height in camera pixels. */
  readonly box: Float32Array;
  /** Row-major [count, 4]: brightness, sharpness, eye distance in pixels, yaw in degrees. */
  readonly quality: Float32Array;
  /** Row-major [count, 5], in the order of MOVEMENTS; NaN where they were not measured. */
  readonly movements: Float32Array;
}

export const BOX_COLUMNS = ['box_x_px', 'box_y_px', 'box_width_px', 'box_height_px'] as const;
/** In the order of MOVEMENTS: degrees, then shares of the distance between the eyes. */
export const MOVEMENT_COLUMNS = ['pitch_deg', 'roll_deg', 'eye_opening', 'mouth_opening', 'brow_height'] as const;
export const QUALITY_COLUMNS = ['brightness', 'sharpness', 'eye_distance_px', 'yaw_deg'] as const;
