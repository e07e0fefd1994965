import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly kind: 'error' | 'warning';
  readonly title: ReactNode;
  readonly children: ReactNode;
}

const LOOKS = {
  error: { background: '#fdecea', border: '#b3261e', text: '#8c1d17', Icon: IconAlertTriangle },
  warning: { background: '#fff5d6', border: '#a57700', text: '#4a3800', Icon: IconInfoCircle },
} as const;

/** A box that must be seen. An error is also read out at once. */
export function Notice({ kind, title, children }: NoticeProps) {
  const { background, border, text, Icon } = LOOKS[kind];
  return (
    <Alert
      role={kind === 'error' ? 'alert' : 'status'}
      icon={<Icon aria-hidden />}
      title={title}
      styles={{
        root: { backgroundColor: background, border: `1px solid ${border}` },
        title: { color: text },
        icon: { color: text },
        message: { color: '#1d242a' },
      }}
    >
      {children}
    </Alert>
  );
}
