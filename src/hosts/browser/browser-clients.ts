import { createHash } from 'node:crypto';
import type { Caller } from '../../service/runtime/caller.ts';
import type { Service } from '../../service/service.ts';

/** How long whoever was signed in stays so after their tab's last connection ended: enough for a reload or a nap. */
const ABSENT_MS = 10 * 60_000;

/** The callers behind the secrets: a tab that reconnects is the caller it was. */
export interface BrowserClients {
  /** The caller of a secret, counted as present until {@link BrowserClients.leave}. */
  arrive(secret: string): Caller;
  leave(secret: string): void;
  close(): void;
}

interface BrowserClient {
  readonly caller: Caller;
  connections: number;
  absence: NodeJS.Timeout | null;
}

export function createBrowserClients(
  service: Pick<Service, 'connect' | 'disconnect'>,
  absentMs = ABSENT_MS,
): BrowserClients {
  const browserClients = new Map<string, BrowserClient>();

  const dismiss = (key: string, client: BrowserClient) => {
    browserClients.delete(key);
    service.disconnect(client.caller);
  };

  return {
    arrive(secret) {
      const key = keyOf(secret);
      const client = browserClients.get(key) ?? { caller: service.connect(), connections: 0, absence: null };
      browserClients.set(key, client);
      client.connections++;
      if (client.absence) clearTimeout(client.absence);
      client.absence = null;
      return client.caller;
    },
    leave(secret) {
      const key = keyOf(secret);
      const client = browserClients.get(key);
      if (!client || --client.connections > 0) return;
      client.absence = setTimeout(() => dismiss(key, client), absentMs);
      client.absence.unref();
    },
    close() {
      for (const [key, client] of browserClients) {
        if (client.absence) clearTimeout(client.absence);
        dismiss(key, client);
      }
    },
  };
}

function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
