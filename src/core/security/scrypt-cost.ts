/** N of scrypt: the work for one guess at a password. After the OWASP Password Storage Cheat Sheet. */
export const SCRYPT_N = 2 ** 17;

/** What a key file may ask for: less would be weak, more would stop the program for minutes. */
export const SCRYPT_N_BOUNDS = { least: 2 ** 15, most: 2 ** 20 } as const;
