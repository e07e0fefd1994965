import { NavLink } from '@mantine/core';
import IconActivity from '@tabler/icons-react/icons/IconActivity';
import IconBox from '@tabler/icons-react/icons/IconBox';
import IconCalendarCheck from '@tabler/icons-react/icons/IconCalendarCheck';
import IconHelpCircle from '@tabler/icons-react/icons/IconHelpCircle';
import IconHistory from '@tabler/icons-react/icons/IconHistory';
import IconSchool from '@tabler/icons-react/icons/IconSchool';
import IconSettings from '@tabler/icons-react/icons/IconSettings';
import IconUsers from '@tabler/icons-react/icons/IconUsers';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Role } from '../../contract/role.ts';
import { type PAGES, pagesFor } from './pages.ts';
import { TourStop } from './tour/tour-stop.tsx';

const ICONS: Readonly<Record<(typeof PAGES)[number]['path'], typeof IconActivity>> = {
  '/live': IconActivity,
  '/today': IconCalendarCheck,
  '/children': IconUsers,
  '/sessions': IconHistory,
  '/training': IconSchool,
  '/queue': IconHelpCircle,
  '/models': IconBox,
  '/settings': IconSettings,
};

const FOLDED = { root: { justifyContent: 'center' }, section: { margin: 0 }, body: { display: 'none' } } as const;

interface NavigationProps {
  readonly role: Role;
  /** Pictograms alone; their words are for screen readers and for a pointer that rests. */
  readonly isFolded: boolean;
}

/** The pages that a role has. */
export function Navigation({ role, isFolded }: NavigationProps) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  return (
    <nav aria-label={t(($) => $.pages)}>
      {pagesFor(role).map(({ path, name }) => {
        const active = pathname === path || pathname.startsWith(`${path}/`);
        const Icon = ICONS[path];
        const label = t(($) => $.page[name]);
        return (
          <TourStop key={path} name={name}>
            <NavLink
              component={Link}
              to={path}
              label={isFolded ? undefined : label}
              aria-label={isFolded ? label : undefined}
              title={isFolded ? label : undefined}
              leftSection={<Icon size={isFolded ? 24 : 20} aria-hidden />}
              active={active}
              variant="filled"
              aria-current={active ? 'page' : undefined}
              style={{ borderRadius: 8 }}
              mih={44}
              styles={{ label: { fontSize: '1rem' }, ...(isFolded ? FOLDED : {}) }}
              mb={4}
            />
          </TourStop>
        );
      })}
    </nav>
  );
}
