import { Group, NavLink } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { ENGLISH } from '../../../core/words/en/en.ts';

interface LabPage {
  readonly path: string;
  /** Its name in the catalogue. */
  readonly name: keyof (typeof ENGLISH)['training']['page'];
}

/** The pages of the Training Lab, in the order in which they are used. */
const LAB_PAGES: readonly LabPage[] = [
  { path: '/training', name: 'start' },
  { path: '/training/wall', name: 'wall' },
  { path: '/training/compare', name: 'compare' },
  { path: '/training/map', name: 'map' },
  { path: '/training/study', name: 'study' },
  { path: '/training/sites', name: 'sites' },
];

/** Between the pages of the Training Lab. */
export function LabNavigation() {
  const { t } = useTranslation('training');
  const { pathname } = useLocation();
  return (
    <Group component="nav" gap="xs" aria-label={t(($) => $.pages)}>
      {LAB_PAGES.map(({ path, name }) => (
        <NavLink
          key={path}
          component={Link}
          to={path}
          label={t(($) => $.page[name])}
          active={isOn(path, pathname)}
          aria-current={pathname === path ? 'page' : isOn(path, pathname) ? 'true' : undefined}
          variant="light"
          w="auto"
          style={{ borderRadius: 8 }}
        />
      ))}
    </Group>
  );
}

/** A study's own page is one of the studies'. */
function isOn(path: string, pathname: string): boolean {
  return pathname === path || (path !== '/training' && pathname.startsWith(`${path}/`));
}
