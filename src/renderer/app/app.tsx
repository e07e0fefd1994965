import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../client/query-client.ts';
import { Dates } from '../ui/dates.tsx';
import { LanguageProvider } from '../ui/language.tsx';
import { schemeManager } from '../ui/scheme.ts';
import { cssVariablesResolver, theme } from '../ui/theme.ts';
import { ConnectionGate } from './connection-gate.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeysBeingChanged } from './keys-being-changed.tsx';
import { SiteGate } from './site-gate.tsx';
import { StoreDamaged } from './store-damaged.tsx';

/** The window: what every screen stands in. */
export function App() {
  return (
    <LanguageProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
      >
        <Dates>
          <QueryClientProvider client={queryClient}>
            <Notifications position="bottom-right" />
            <ErrorBoundary>
              <ConnectionGate>
                <SiteGate />
                <KeysBeingChanged />
                <StoreDamaged />
              </ConnectionGate>
            </ErrorBoundary>
          </QueryClientProvider>
        </Dates>
      </MantineProvider>
    </LanguageProvider>
  );
}
