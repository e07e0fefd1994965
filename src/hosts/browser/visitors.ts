import { createHash } from 'node:crypto';
import type { Caller } from '../../service/caller.ts';
import type { Service } from '../../service/service.ts';

/** How long whoever was signed in stays so after their tab's last connection ended: enough for a reload or a nap. */
const ABSENT_MS = 10 * 60_000;

/** The callers behind the secrets: a tab that reconnects is the caller it was. */
export interface Visitors {
  /** The caller of a secret, counted as present until {@link Visitors.leave}. */
  arrive(secret: string): Caller;
  leave(secret: string): void;
  close(): void;
}

interface Visitor {
  readonly caller: Caller;
  connections: number;
  absence: NodeJS.Timeout | null;
}

export function createVisitors(service: Pick<Service, 'connect' | 'disconnect'>, absentMs = ABSENT_MS): Visitors {
  const visitors = new Map<string, Visitor>();

  const dismiss = (key: string, visitor: Visitor) => {
    visitors.delete(key);
    service.disconnect(visitor.caller);
  };

  return {
    arrive(secret) {
      const key = keyOf(secret);
      const visitor = visitors.get(key) ?? { caller: service.connect(), connections: 0, absence: null };
      visitors.set(key, visitor);
      visitor.connections++;
      if (visitor.absence) clearTimeout(visitor.absence);
      visitor.absence = null;
      return visitor.caller;
    },
    leave(secret) {
      const key = keyOf(secret);
      const visitor = visitors.get(key);
      if (!visitor || --visitor.connections > 0) return;
      visitor.absence = setTimeout(() => dismiss(key, visitor), absentMs);
      visitor.absence.unref();
    },
    close() {
      for (const [key, visitor] of visitors) {
        if (visitor.absence) clearTimeout(visitor.absence);
        dismiss(key, visitor);
      }
    },
  };
}

function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
