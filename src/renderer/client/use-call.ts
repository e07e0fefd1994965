import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../contract/contract.ts';
import type { CallError } from '../../contract/error.ts';
import { call } from './client.ts';
import { queryClient } from './query-client.ts';

/** Asks once, keeps the answer, and asks again when an event says that it changed. For methods that only read. */
export function useCall<N extends MethodName>(
  name: N,
  input: Input<N>,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Output<N>, CallError> {
  return useQuery({ queryKey: [name, input], queryFn: () => call(name, input), enabled });
}

/**
 * A call that changes something, made by `mutate(input)`. When it succeeded, everything on the screen is asked for
 * again before `onDone` is told: a person who did something sees what came of it.
 */
export function useAction<N extends MethodName>(
  name: N,
  { onDone }: { onDone?: (output: Output<N>) => void } = {},
): UseMutationResult<Output<N>, CallError, Input<N>> {
  return useMutation({
    mutationFn: (input: Input<N>) => call(name, input),
    onSuccess: async (output) => {
      await queryClient.invalidateQueries();
      onDone?.(output);
    },
  });
}
