import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ErasureTarget } from '../../../contract/records/erasures.ts';
import { mayCall } from '../../client/may-call.ts';
import { useSite } from '../site-context.ts';
import { EraseDialog } from './erase-dialog.tsx';

interface EraseButtonProps {
  readonly target: ErasureTarget;
  readonly label: string;
  /** Of the dialog. */
  readonly title: string;
}

/** For administrators, the way to erase something. Afterwards they are where its receipt is, since its page is gone. */
export function EraseButton({ target, label, title }: EraseButtonProps) {
  const { user } = useSite();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  if (!mayCall(user.role, 'erasures.erase')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <EraseDialog
          target={target}
          title={title}
          onClose={() => setIsAsking(false)}
          onDone={() => void navigate('/settings')}
        />
      )}
    </>
  );
}
