import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../contract/contract.ts';
import type { CallError } from '../../contract/error.ts';
import { call } from './client.ts';
import { queryClient } from './query-client.ts';

/** How long an answer outlives the part of the screen that asked for it: a recovery code is not kept about. */
const KEPT_MS = 1_000;

/** Asks once, keeps the answer, and asks again when an event says that it changed. For methods that only read. */
export function useCall<N extends MethodName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepsPrevious = false }: UseCallOptions = {},
): UseQueryResult<Output<N>, CallError> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    placeholderData: keepsPrevious ? keepPreviousData : undefined,
  });
}

interface UseCallOptions {
  readonly enabled?: boolean;
  /** While another page is on its way, the one before stays. */
  readonly keepsPrevious?: boolean;
}

/**
 * Something that changes what the service holds, made by `mutate`. When it succeeded, everything on the screen is asked
 * for again before `onDone` is told: a person who did something sees what came of it.
 */
export function useChange<I, O>(
  change: (input: I) => Promise<O>,
  { onDone }: { onDone?: (output: O) => void } = {},
): UseMutationResult<O, CallError, I> {
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await queryClient.invalidateQueries();
      onDone?.(output);
    },
    gcTime: KEPT_MS,
  });
}

/** A call that changes something, made by `mutate(input)`. */
export function useAction<N extends MethodName>(
  name: N,
  options: { onDone?: (output: Output<N>) => void } = {},
): UseMutationResult<Output<N>, CallError, Input<N>> {
  return useChange((input: Input<N>) => call(name, input), options);
}
