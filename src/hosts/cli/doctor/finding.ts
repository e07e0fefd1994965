/** What `doctor` found about one thing. */
export interface Finding {
  readonly area: 'program' | 'engine' | 'camera' | 'store' | 'models' | 'federation' | 'window';
  readonly name: string;
  /** absent: works without it; unknown: cannot be seen from here; failed: the program does not work as it should. */
  readonly state: 'ok' | 'absent' | 'unknown' | 'failed';
  /** What was found, what was chosen and why, or what to do. */
  readonly text: string;
}

/** A failure while looking is a finding, not the end of the examination. */
export async function examine(
  where: Pick<Finding, 'area' | 'name'>,
  look: () => Promise<Pick<Finding, 'state' | 'text'>> | Pick<Finding, 'state' | 'text'>,
): Promise<Finding> {
  try {
    return { ...where, ...(await look()) };
  } catch (error) {
    return { ...where, state: 'failed', text: error instanceof Error ? error.message : String(error) };
  }
}
