import { useEffect, useState } from 'react';
import type { Output } from '../../contract/contract.ts';
import { SHORTEST_PASSWORD } from '../../contract/site.ts';

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
    const ask = async () => {
      try {
        // At need: what shows the field without a window has no service to ask.
        const { call } = await import('../client/client.ts');
        const rating = await call('site.ratePassword', { password, about: JSON.parse(names) as string[] });
        if (isWanted) setRated({ password, rating });
      } catch {
        // The hint stays away; sending the form says what is wrong.
      }
    };
    const timer = setTimeout(() => void ask(), ASKED_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [password, names]);
  return rated?.password === password ? rated.rating : null;
}
