import { Button } from '@mantine/core';
import IconRoute from '@tabler/icons-react/icons/IconRoute';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useTour } from './tour-state.ts';

/** The way to a tour that waits because the live page is open. */
export function BeginTour({ isFolded }: { readonly isFolded: boolean }) {
  const { t } = useTranslation('tour');
  const tour = useTour();
  const { pathname } = useLocation();
  if (!tour?.stop || !pathname.startsWith('/live')) return null;
  const words = t(($) => $.begin);
  return (
    <Button
      component={Link}
      to="/today"
      variant="light"
      fullWidth
      mih={44}
      px={isFolded ? 0 : undefined}
      aria-label={isFolded ? words : undefined}
      title={isFolded ? words : undefined}
      leftSection={isFolded ? undefined : <IconRoute size={20} aria-hidden />}
    >
      {isFolded ? <IconRoute size={24} aria-hidden /> : words}
    </Button>
  );
}
