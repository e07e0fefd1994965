import { Box, Text } from '@mantine/core';

/** One line under the camera's picture, never over it: whoever is to be seen may be anywhere in it. */
export function PictureNotice({ children }: { readonly children: string }) {
  return (
    <Box p="clamp(2px, 0.6vh, 6px)" flex="none">
      <Text c="white" fw={600} fz="clamp(0.8125rem, 1.9vh, 1rem)" lh={1.25} ta="center" data-testid="picture-notice">
        {children}
      </Text>
    </Box>
  );
}
