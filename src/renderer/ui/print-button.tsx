import { Button } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/icons/IconPrinter';
import type { ReactNode } from 'react';

/** Prints the page on screen; app.css says what of it stays on the paper. */
export function PrintButton({ children }: { readonly children: ReactNode }) {
  return (
    <Button
      className="not-printed"
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
      onClick={() => window.print()}
    >
      {children}
    </Button>
  );
}
