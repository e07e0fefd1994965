import { useState } from 'react';
import type { Input, MethodName } from '../../contract/contract.ts';
import { useAction } from '../client/use-call.ts';

/**
 * A call that is made only once a person has confirmed it.
 *
 * @param toInput The call's input, from what it is about.
 * @returns What the person is asked about, null while nobody is asked; how to ask; and what the ConfirmDialog is given
 *   beside its words.
 */
export function useConfirmedAction<N extends MethodName, T extends object>(name: N, toInput: (asked: T) => Input<N>) {
  const [asked, setAsked] = useState<T | null>(null);
  const action = useAction(name, { onDone: () => setAsked(null) });
  return {
    asked,
    ask: (about: T) => {
      action.reset();
      setAsked(about);
    },
    dialog: {
      opened: asked !== null,
      pending: action.isPending,
      error: action.error,
      onConfirm: () => asked && action.mutate(toInput(asked)),
      onClose: () => setAsked(null),
    },
  };
}
