import { ActionIcon, Popover } from '@mantine/core';
import IconUserCircle from '@tabler/icons-react/icons/IconUserCircle';
import { useTranslation } from 'react-i18next';
import { useSite } from '../ui/site-context.ts';
import { UserPanel } from './user-panel.tsx';

/** Who is signed in, behind one button: for a menu that is folded. */
export function UserPanelButton() {
  const { t } = useTranslation('app');
  const { user } = useSite();
  const label = t(($) => $.menu.user, { name: user.name });
  return (
    // Kept while it is closed, since it may be asking whether to stop a session.
    <Popover position="right-end" width={240} trapFocus withinPortal keepMounted>
      <Popover.Target>
        <ActionIcon variant="default" size={44} aria-label={label} title={label}>
          <IconUserCircle aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <UserPanel />
      </Popover.Dropdown>
    </Popover>
  );
}
