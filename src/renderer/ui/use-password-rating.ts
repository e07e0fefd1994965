import { useEffect, useState } from 'react';
import type { Output } from '../../contract/contract.ts';
import { SHORTEST_PASSWORD } from '../../contract/site.ts';
import { call } from '../client/client.ts';

type Rating = Output<'site.ratePassword'>;

/** After the last key. */
const ASKED_AFTER_MS = 300;

/**
 * How hard a password is to guess, asked of the service once somebody pauses in typing it.
 *
 * @param about Names that make it easy to guess.
 * @returns Null while that is not known, also of one that is too short. Nothing of it is kept.
 */
export function usePasswordRating(password: string, about: readonly string[]): Rating | null {
  const [rated, setRated] = useState<{ readonly password: string; readonly rating: Rating } | null>(null);
  const names = JSON.stringify(about);
  useEffect(() => {
    setRated(null);
    if (password.length < SHORTEST_PASSWORD) return;
    let isWanted = true;
    const ask = () =>
      call('site.ratePassword', { password, about: JSON.parse(names) as string[] }).then(
        (rating) => isWanted && setRated({ password, rating }),
        // The hint stays away; sending the form says what is wrong.
        () => {},
      );
    const timer = setTimeout(ask, ASKED_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [password, names]);
  return rated?.password === password ? rated.rating : null;
}
