import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Output } from '../../../../../contract/contract.ts';
import type { CallError } from '../../../../../contract/error.ts';
import { call } from '../../../../client/client.ts';

/** How long a picture that nobody looks at is kept: for one step back. Each may be half a megabyte. */
const KEPT_MS = 10_000;

/** The picture as it lies in its folder. */
export function useOriginal(
  imageKey: number,
  { enabled }: { readonly enabled: boolean },
): UseQueryResult<Output<'wall.original'>, CallError> {
  return useQuery({
    queryKey: ['wall.original', { imageKey }],
    queryFn: () => call('wall.original', { imageKey }),
    gcTime: KEPT_MS,
    enabled,
  });
}
