/** Why a secret cannot be kept. `plain-text`: the keystore would lock nothing; `none`: there is none, or it is locked. */
export type ComputerProblem = 'plain-text' | 'none';

/** What the operating system's keystore gave back. */
export interface Unsealed {
  readonly secret: Uint8Array;
  /** The same sealed again, where the keystore has another key by now; else null. */
  readonly sealedAnew: Uint8Array | null;
}

/**
 * The keystore of the operating system: seals a secret so that nothing but this account on this computer opens it. A host that has one
 * hands it in.
 */
export interface ComputerSecrets {
  /** @returns Null where it can keep a secret. Never rejects. */
  problem(): Promise<ComputerProblem | null>;
  /** @throws Error where the keystore refuses. */
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** @returns Null for what was sealed elsewhere, or where the keystore is locked. Never rejects. */
  unseal(sealed: Uint8Array): Promise<Unsealed | null>;
}
