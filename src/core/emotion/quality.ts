/** What can be said of a crop without knowing what it shows. */
export interface Quality {
  /** Mean grey level of the crop, 0 (black) to 1 (white). */
  readonly brightness: number;
  /** Variance of the crop's second differences in the direction that has less of it, >= 0; small means blurred. */
  readonly sharpness: number;
  /** Distance between the eyes' centres, in camera pixels. */
  readonly eyeDistancePx: number;
  /** Head turned to a side, in degrees, estimated from landmarks; 0 is frontal. */
  readonly yawDeg: number;
}
