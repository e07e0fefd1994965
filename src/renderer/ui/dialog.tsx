import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog: the keyboard stays in it while it is open and goes back to where it was afterwards. */
export function Dialog({ opened, title, size = 'md', onClose, children }: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine makes it a <header>, which would be a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title fw={650} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t(($) => $.action.close)} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
