import {
  EVENTS,
  type EventData,
  type EventName,
  type Input,
  METHODS,
  type MethodName,
  type Output,
} from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import type { Transport } from './transport.ts';

/** The contract as a window sees it. */
export interface Client {
  /**
   * Asks the service.
   *
   * @throws CallError when the service refuses, fails or cannot be reached: its message is a sentence for a person.
   */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** @returns The function that ends it. */
  listen<N extends EventName>(name: N, onEvent: (data: EventData<N>) => void): () => void;
}

/** Types and checks for what a transport carries. */
export function createClient(transport: Transport): Client {
  return {
    async call<N extends MethodName>(name: N, input: Input<N>) {
      const answer = await transport.call(name, input);
      if ('error' in answer) throw new CallError(answer.error.code, answer.error.message, answer.error.incident);
      const output = METHODS[name].output.safeParse(answer.output);
      if (output.success) return output.data as Output<N>;
      throw new CallError(
        'failed',
        `The program's answer to ${name} is not what this window expects (${output.error.issues[0]?.path.join('.')}). Close Faceward and start it again.`,
      );
    },
    listen<N extends EventName>(name: N, onEvent: (data: EventData<N>) => void) {
      return transport.listen(name, (data) => onEvent(EVENTS[name].parse(data) as EventData<N>));
    },
  };
}
