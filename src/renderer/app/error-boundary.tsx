import { Button, Center, Stack } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/error-notice.tsx';

interface State {
  readonly error: Error | null;
}

/** A screen that cannot be drawn says so and offers the way back; a white window helps nobody. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <BrokenScreen error={error} />;
  }
}

function BrokenScreen({ error }: { readonly error: Error }) {
  const { t } = useTranslation('app');
  return (
    <Center component="main" mih="60vh" p="lg">
      <Stack maw="40rem">
        <ErrorNotice error={error} title={t(($) => $.broken.screen)} />
        <Button onClick={() => location.reload()}>{t(($) => $.broken.reload)}</Button>
      </Stack>
    </Center>
  );
}
