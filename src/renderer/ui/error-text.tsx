import { Text } from '@mantine/core';
import { useFailureWords } from './use-failure-words.ts';
import { windowFailure } from './window-failure.ts';

/** What went wrong, in the language of the screen. */
export function ErrorText({ error }: { readonly error: Error }) {
  const failureWords = useFailureWords();
  return <Text style={{ overflowWrap: 'anywhere' }}>{failureWords(windowFailure(error))}</Text>;
}
