import { Modal, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../core/emotion/observation.ts';
import { FacesForm } from './faces-form.tsx';
import { FlaccForm } from './flacc-form.tsx';
import { NoteForm } from './note-form.tsx';

const KINDS = ['flacc', 'faces-scale', 'note'] as const satisfies readonly Observation['kind'][];

interface ObservationDialogProps {
  readonly opened: boolean;
  /** What it opens with; another kind can be chosen inside. */
  readonly kind?: Observation['kind'];
  readonly onClose: () => void;
  /** Called once, then `onClose`. The caller knows its moment: the one at which the dialog was opened. */
  readonly onSave: (observation: Observation) => void;
}

/** Asks for a FLACC score, the child's own rating or a note. */
export function ObservationDialog({ opened, ...rest }: ObservationDialogProps) {
  // Mounted anew each time it opens, so that it starts empty and with the kind asked for.
  return opened ? <OpenDialog {...rest} /> : null;
}

/** The faces fill the screen: a child taps them. */
function OpenDialog({ kind: first = 'flacc', onClose, onSave }: Omit<ObservationDialogProps, 'opened'>) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const [kind, setKind] = useState<Observation['kind']>(first);
  const Form = FORMS[kind];
  return (
    <Modal.Root opened onClose={onClose} size="xl" fullScreen={kind === 'faces-scale'} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine makes it a <header>, which would be a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title fw={650}>{t(($) => $.observation.title)}</Modal.Title>
          <Modal.CloseButton aria-label={common(($) => $.action.close)} />
        </Modal.Header>
        <Modal.Body>
          <Stack>
            <SegmentedControl
              aria-label={t(($) => $.observation.kind)}
              value={kind}
              onChange={setKind}
              data={KINDS.map((each) => ({ value: each, label: t(($) => $.observation.button[each]) }))}
              style={{ alignSelf: 'flex-start' }}
            />
            <Form
              onCancel={onClose}
              onSave={(observation) => {
                onSave(observation);
                onClose();
              }}
            />
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const FORMS = { flacc: FlaccForm, 'faces-scale': FacesForm, note: NoteForm } as const;
