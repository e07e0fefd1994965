/** Waits until no other export makes a file, and makes one. */
export type TakeTurn = <T>(make: () => Promise<T>) => Promise<T>;

/** The exports that this process has under way, by id. */
export interface ExportRuns {
  /** @param work Ends by itself, soon after the signal; it must not throw. */
  start(exportId: string, context: (signal: AbortSignal, takeTurn: TakeTurn) => Promise<void>): void;
  isUnderWay(exportId: string): boolean;
  any(): boolean;
  /** Asks an export to end behind the file it makes, and waits for that. */
  stop(exportId: string): Promise<void>;
  stopAll(): Promise<void>;
}

/** Several exports take turns, a file each, so that two do not fill the machine twice. */
export function createExportRuns(): ExportRuns {
  const underWay = new Map<string, { stop: AbortController; ended: Promise<void> }>();
  let last: Promise<unknown> = Promise.resolve();

  const takeTurn: TakeTurn = (make) => {
    const mine = last.then(make);
    last = mine.catch(() => {});
    return mine;
  };
  const stop = async (exportId: string) => {
    const run = underWay.get(exportId);
    run?.stop.abort();
    await run?.ended;
  };
  return {
    start(exportId, context) {
      const controller = new AbortController();
      const ended = context(controller.signal, takeTurn).finally(() => underWay.delete(exportId));
      underWay.set(exportId, { stop: controller, ended });
    },
    isUnderWay: (exportId) => underWay.has(exportId),
    any: () => underWay.size > 0,
    stop,
    async stopAll() {
      await Promise.all([...underWay.keys()].map(stop));
    },
  };
}
