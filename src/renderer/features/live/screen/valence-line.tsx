import { Box, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Valence } from '../../../../core/emotion/valence.ts';
import { useLiveWords } from './use-live-words.ts';

/** From unpleasant on the left to pleasant on the right: the value as a line, its interval as a band. */
export function ValenceLine({ valence }: { readonly valence: Valence | null }) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const text = valence
    ? t(($) => $.reading.valence, {
        value: words.valence(valence.value),
        low: words.valence(valence.low),
        high: words.valence(valence.high),
      })
    : t(($) => $.reading.valenceLane);
  const percent = (value: number) => `${50 * (value + 1)}%`;
  return (
    <Group gap="sm" wrap="nowrap" title={t(($) => $.reading.valenceHint)}>
      <Text size="sm" fw={600} miw={240} style={{ whiteSpace: 'nowrap' }} data-testid="live-valence">
        {text}
      </Text>
      <Box flex={1} h={14} bg="gray.2" pos="relative" style={{ borderRadius: 4 }} aria-hidden>
        <Box pos="absolute" left="50%" w={1} h="100%" bg="gray.6" />
        {valence && (
          <>
            <Box
              pos="absolute"
              left={percent(valence.low)}
              w={`${50 * (valence.high - valence.low)}%`}
              h="100%"
              bg="rgba(31, 99, 196, 0.3)"
            />
            <Box pos="absolute" left={`calc(${percent(valence.value)} - 2px)`} w={4} h="100%" bg="#1f63c4" />
          </>
        )}
      </Box>
    </Group>
  );
}
