import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { TOUR_STOPS, type TourStopName, useTour } from './tour-state.ts';

/**
 * A place in the navigation, with what the tour says of it while it stops there. Nothing is shown over the live page, where a
 * child's face may stand: there the tour waits.
 */
export function TourStop({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const tour = useTour();
  const { pathname } = useLocation();
  const stop = TOUR_STOPS.find((each) => each === name);
  if (!stop || tour?.stop !== stop || pathname.startsWith('/live')) return children;
  return (
    <Popover opened withRoles={false} position="right-start" withArrow shadow="md" width={320} zIndex={190}>
      <Popover.Target>
        <div>{children}</div>
      </Popover.Target>
      <Popover.Dropdown>
        <Stop stop={stop} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Stop({ stop }: { readonly stop: TourStopName }) {
  const { t } = useTranslation('tour');
  const tour = useTour();
  const next = useRef<HTMLButtonElement>(null);

  // The button that opened the demo, or the stop before, is gone: the keyboard goes on here.
  useEffect(() => next.current?.focus({ preventScroll: true }), []);

  if (!tour) return null;
  const where = { step: tour.step + 1, of: TOUR_STOPS.length };
  const isLast = where.step === where.of;
  return (
    <Stack
      component="section"
      gap="sm"
      aria-label={t(($) => $.label, where)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') tour.end();
      }}
    >
      <Text>{t(($) => $.stop[stop])}</Text>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t(($) => $.step, where)}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {tour.step > 0 && (
            <Button size="compact-md" variant="default" onClick={() => tour.go(-1)}>
              {t(($) => $.back)}
            </Button>
          )}
          <Button ref={next} size="compact-md" onClick={() => tour.go(1)}>
            {t(($) => (isLast ? $.done : $.next))}
          </Button>
        </Group>
      </Group>
      {!isLast && (
        <Button size="compact-sm" variant="subtle" onClick={tour.end} style={{ alignSelf: 'flex-start' }}>
          {t(($) => $.skip)}
        </Button>
      )}
    </Stack>
  );
}
