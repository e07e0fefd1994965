import {
  EVENTS,
  type EventData,
  type EventName,
  type Input,
  METHODS,
  type MethodName,
  type Output,
} from '../../contract/contract.ts';
import { CallError, type CallErrorData } from '../../contract/error.ts';
import { failure } from '../../core/words/failure.ts';
import type { Transport } from './transport.ts';

/** The contract as a window sees it. */
export interface Client {
  /**
   * Asks the service.
   *
   * @throws CallError when the service refuses, fails or cannot be reached.
   */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** @returns The function that ends it. */
  listen<N extends EventName>(name: N, onEvent: (data: EventData<N>) => void): () => void;
}

function callError({ code, incident, ...failure }: CallErrorData): CallError {
  return new CallError(code, failure, { incident });
}

/** Types and checks for what a transport carries. */
export function createClient(transport: Transport): Client {
  return {
    async call<N extends MethodName>(name: N, input: Input<N>) {
      const answer = await transport.call(name, input);
      if ('error' in answer) throw callError(answer.error);
      const output = METHODS[name].output.safeParse(answer.output);
      if (output.success) return output.data as Output<N>;
      const field = output.error.issues[0]?.path.join('.') ?? '';
      throw new CallError('failed', failure('window.answer-unexpected', { call: name, field }));
    },
    listen<N extends EventName>(name: N, onEvent: (data: EventData<N>) => void) {
      return transport.listen(name, (data) => onEvent(EVENTS[name].parse(data) as EventData<N>));
    },
  };
}
