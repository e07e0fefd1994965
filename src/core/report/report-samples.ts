import type { SampleColumns } from '../timeline/sample-columns.ts';

/** A session's samples with where the face was and how well it was seen. */
export interface ReportSamples extends SampleColumns {
  /** Row-major [count, 4]: x, y, width, height in camera pixels. */
  readonly box: Float32Array;
  /** Row-major [count, 4]: brightness, sharpness, eye distance in pixels, yaw in degrees. */
  readonly quality: Float32Array;
}

export const BOX_COLUMNS = ['box_x_px', 'box_y_px', 'box_width_px', 'box_height_px'] as const;
export const QUALITY_COLUMNS = ['brightness', 'sharpness', 'eye_distance_px', 'yaw_deg'] as const;
