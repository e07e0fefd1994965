import { Box, Text } from '@mantine/core';

/** One line over the lower edge of the camera's picture. */
export function PictureNotice({ children }: { readonly children: string }) {
  return (
    <Box
      pos="absolute"
      left={0}
      right={0}
      bottom={0}
      p={6}
      bg="rgba(16, 20, 24, 0.86)"
      style={{ borderRadius: '0 0 8px 8px' }}
    >
      <Text c="white" fw={600} size="md" ta="center" data-testid="picture-notice">
        {children}
      </Text>
    </Box>
  );
}
