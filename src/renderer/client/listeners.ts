/** Functions to call when something happens, by name. */
export interface Listeners<T> {
  /** @returns The function that removes it again. */
  add(name: string, listener: (value: T) => void): () => void;
  /** Calls those of a name. One that throws does not keep the others from hearing; its error is reported as uncaught. */
  tell(name: string, value: T): void;
}

export function createListeners<T>(): Listeners<T> {
  const byName = new Map<string, Set<(value: T) => void>>();
  return {
    add(name, listener) {
      const set = byName.get(name) ?? new Set();
      byName.set(name, set.add(listener));
      return () => {
        set.delete(listener);
      };
    },
    tell(name, value) {
      for (const listener of [...(byName.get(name) ?? [])]) {
        try {
          listener(value);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}
