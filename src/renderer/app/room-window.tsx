import { MantineProvider } from '@mantine/core';
import { RoomPage } from '../features/live/room/room-page.tsx';
import { LanguageProvider } from '../ui/language.tsx';
import { schemeManager } from '../ui/scheme.ts';
import { cssVariablesResolver, theme } from '../ui/theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** A window for a second display. It asks the service nothing and nobody signs in: all it knows a session tells it. */
export function RoomWindow() {
  return (
    <LanguageProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
      >
        <ErrorBoundary>
          <RoomPage />
        </ErrorBoundary>
      </MantineProvider>
    </LanguageProvider>
  );
}
