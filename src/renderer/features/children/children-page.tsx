import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AddChildDialog } from './add-child-dialog.tsx';
import { ChildPanel } from './child-panel.tsx';

/** The children of the site under their codes, and what their families agreed to. */
export function ChildrenPage() {
  const children = useCall('children.list', {});
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title="Children"
        description="Under a code, never a name. A session needs a consent that covers watching."
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
            Add a child
          </Button>
        }
      />
      <AddChildDialog opened={adding} onClose={close} />
      <Loaded query={children} what="the children">
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="No child yet">Add a child under a code, then record the family's consent.</EmptyState>
          ) : (
            <Stack>
              {list.map((child) => (
                <ChildPanel key={child.id} child={child} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}
