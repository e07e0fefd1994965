/** The first line of a process that acts: from here on it may be killed. */
export const BEGUN = 'begun';
/** The exit code of one that ended since the disk is full. */
export const DISK_FULL_CODE = 28;
