import { createHash, randomBytes } from 'node:crypto';

/** One-time tokens, and the secrets they are exchanged for. */
export interface Tokens {
  /** A new token, good for one exchange. */
  issue(): string;
  /** @returns A new secret, or null when the token was never issued or was used before. */
  exchange(token: string): string | null;
  /** True for a secret that an exchange gave out. */
  knows(secret: string): boolean;
}

/**
 * Tokens of one running host; they die with it.
 *
 * Only digests are kept, and a digest is what is looked up: how long a look-up takes says nothing about the token.
 */
export function createTokens(): Tokens {
  const unused = new Set<string>();
  const secrets = new Set<string>();
  return {
    issue() {
      const token = randomText();
      unused.add(digest(token));
      return token;
    },
    exchange(token) {
      if (!unused.delete(digest(token))) return null;
      const secret = randomText();
      secrets.add(digest(secret));
      return secret;
    },
    knows: (secret) => secrets.has(digest(secret)),
  };
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
