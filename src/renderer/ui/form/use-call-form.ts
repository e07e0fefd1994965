import type { UseFormReturnType } from '@mantine/form';
import { type SyntheticEvent, useRef } from 'react';
import { type Input, METHODS, type MethodName, type Output } from '../../../contract/contract.ts';
import type { CallError } from '../../../contract/error.ts';
import { call } from '../../client/client.ts';
import { useChange } from '../../client/use-call.ts';
import { type CheckedFormOptions, useCheckedForm } from './use-checked-form.ts';

/** What a call takes while it is being filled in: any of it may still be missing. */
type Draft<T> = { readonly [field in keyof T]: T[field] | null };

interface CallFormOptions<N extends MethodName, V> extends CheckedFormOptions<V> {
  /** The call's input, made from the fields. A field keeps the input's name, so that its error finds it. */
  readonly toInput: (values: V) => Draft<Input<N>>;
  /** Emptied as soon as the call is answered, even by a refusal. All other fields keep what was typed. */
  readonly secrets?: readonly (keyof V & string)[];
  readonly onSend?: () => void;
  readonly onRefused?: () => void;
  readonly onDone?: (output: Output<N>, form: UseFormReturnType<V>) => void;
}

interface CallForm<V extends object> {
  readonly form: UseFormReturnType<V>;
  readonly submit: (event: SyntheticEvent<HTMLElement>) => void;
  readonly isPending: boolean;
  /** It was answered, and nothing has been sent since. */
  readonly isDone: boolean;
  /** Why the call was refused. */
  readonly error: CallError | null;
}

/** A form that makes one call and is checked by that call's own schema. */
export function useCallForm<N extends MethodName, V extends Record<string, unknown>>(
  name: N,
  { toInput, secrets = [], onSend, onRefused, onDone, ...options }: CallFormOptions<N, V>,
): CallForm<V> {
  const { form, onSubmit } = useCheckedForm(METHODS[name].input, toInput, options);
  /** The form's element, once it was sent. */
  const sent = useRef<HTMLElement>(null);

  // The input is read from the form: passed to `mutate`, a password would stay in the state of the mutation.
  const change = useChange<void, Output<N>>(
    async () => {
      try {
        return await call(name, toInput(form.getValues()) as Input<N>);
      } catch (error) {
        onRefused?.();
        // The library would take the first field of that name on the page, which may be another form's.
        if (secrets[0]) sent.current?.querySelector<HTMLElement>(`[data-path="${secrets[0]}"]`)?.focus();
        throw error;
      } finally {
        for (const secret of secrets) form.resetField(secret);
      }
    },
    { onDone: (output) => onDone?.(output, form) },
  );

  const submit = onSubmit(() => {
    if (change.isPending) return;
    onSend?.();
    change.mutate();
  });

  return {
    form,
    submit: (event) => {
      sent.current = event.currentTarget;
      submit(event);
    },
    isPending: change.isPending,
    isDone: change.isSuccess,
    error: change.error,
  };
}
