import type { EventData, EventName, Input, MethodName, Output } from '../contract/contract.ts';
import type { Answer } from '../contract/wire.ts';
import { answerCall, performCall } from './door.ts';
import { startHousekeeping } from './housekeeping.ts';
import { startNextRun } from './lab/runs/run-queue.ts';
import type { Caller } from './runtime/caller.ts';
import { createRuntime, leaveIfDeserted, type Runtime } from './runtime/runtime.ts';
import type { ServiceOptions } from './runtime/service-options.ts';

/** Everything the program can be asked, over one data folder. */
export interface Service {
  connect(): Caller;
  /** Signs the caller out and forgets it. A session that runs can be gone on with after signing in again. */
  disconnect(caller: Caller): void;
  /**
   * Calls a method of the contract.
   *
   * @throws CallError, and nothing else.
   */
  call<N extends MethodName>(caller: Caller, name: N, input: Input<N>): Promise<Output<N>>;
  /** The same for what comes from outside: nothing is known of name and input, and a failure is a value. */
  answer(caller: Caller, name: string, input: unknown): Promise<Answer>;
  /**
   * Hears an event for as long as whoever is signed in on the caller may.
   *
   * @returns The function that ends it.
   */
  listen<N extends EventName>(caller: Caller, event: N, onEvent: (data: EventData<N>) => void): () => void;
  /** Tells when a session begins to run and when none does any more. @returns The function that ends it. */
  onSessionRunning(listener: (running: boolean) => void): () => void;
  /** Stops a training with a checkpoint, closes the store and lets go of the data folder. */
  close(): Promise<void>;
}

/**
 * The one composition root: the contract, implemented over core, for one data folder. Caller closes it.
 *
 * @throws DataFolderInUseError if another process holds the folder; its message says which.
 */
export function createService(options: ServiceOptions): Service {
  const runtime: Runtime = createRuntime(options);
  const endHousekeeping = startHousekeeping(runtime);
  runtime.trainings.watchIdle(() => startNextRun(runtime));
  runtime.indexRuns.watchEnds(() => startNextRun(runtime));
  runtime.runningSessions.watch((running) => runtime.trainings.yieldToSession(running));
  return {
    connect: () => runtime.callers.add(),
    disconnect(caller) {
      runtime.filmDecoders.leave(runtime.callers.of(caller));
      runtime.callers.remove(caller);
      leaveIfDeserted(runtime);
    },
    call: (caller, name, input) => performCall(runtime, caller, name, input) as Promise<Output<typeof name>>,
    answer: (caller, name, input) => answerCall(runtime, caller, name, input),
    listen: (caller, event, onEvent) => runtime.events.listen(caller, event, onEvent),
    onSessionRunning: (listener) => runtime.runningSessions.watch(listener),
    async close() {
      endHousekeeping();
      await runtime.close();
    },
  };
}
