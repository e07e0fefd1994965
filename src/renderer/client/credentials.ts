import { TOKEN_FRAGMENT_KEY } from '../../contract/wire.ts';

const TOKEN_KEY = 'faceward.token';
const SECRET_KEY = 'faceward.secret';

/** What opens a connection: a token that works once, or the secret it was exchanged for. */
type Credential = { readonly token: string } | { readonly secret: string };

/** The part of sessionStorage that is used: it belongs to one tab and ends with it. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps what opens a connection, for this tab only. */
export interface Credentials {
  /** The token of a link not yet used comes before the secret of an older one; null when the tab has neither. */
  current(): Credential | null;
  /** The token was exchanged: it is forgotten, the secret is kept. */
  keepSecret(secret: string): void;
  /** The host refused this one; the other, if there is one, may still be good. */
  forget(credential: Credential): void;
}

/**
 * Takes the one-time token out of a URL fragment such as `#token=abc`.
 *
 * @returns null when the fragment is something else, such as a page of the program.
 */
export function tokenInFragment(fragment: string): string | null {
  if (!fragment.startsWith(`#${TOKEN_FRAGMENT_KEY}=`)) return null;
  return new URLSearchParams(fragment.slice(1)).get(TOKEN_FRAGMENT_KEY);
}

export function createCredentials(storage: TabStorage): Credentials & { keepToken(token: string): void } {
  return {
    keepToken: (token) => storage.setItem(TOKEN_KEY, token),
    current() {
      const token = storage.getItem(TOKEN_KEY);
      if (token) return { token };
      const secret = storage.getItem(SECRET_KEY);
      return secret ? { secret } : null;
    },
    keepSecret(secret) {
      storage.removeItem(TOKEN_KEY);
      storage.setItem(SECRET_KEY, secret);
    },
    forget: (credential) => storage.removeItem('token' in credential ? TOKEN_KEY : SECRET_KEY),
  };
}
