import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What something is, by name. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Box
      component="dl"
      m={0}
      style={{ display: 'grid', gridTemplateColumns: 'minmax(10rem, 18rem) 1fr', gap: '0.4rem 1rem' }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} style={{ display: 'contents' }}>
          <Text component="dt" fw={600}>
            {name}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Box>
      ))}
    </Box>
  );
}
