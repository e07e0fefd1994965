/** Values pushed by one side and pulled, in order, by the other. */
export interface MessageStream<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** Nothing comes any more; what was pushed before can still be pulled. */
  end(): void;
}

/** An unbounded stream with one reader: for messages that must not be lost and are small beside what makes them. */
export function createMessageStream<T>(): MessageStream<T> {
  const waiting: T[] = [];
  let wake = () => {};
  let ended = false;
  return {
    push(value) {
      waiting.push(value);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift()!;
        if (ended) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
