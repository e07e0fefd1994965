import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { useRef } from 'react';

interface ChooseFileProps extends ButtonProps {
  /** What is offered, as an input takes it; everything if left out. */
  readonly accept?: string;
  readonly onChoose: (file: File) => void;
}

/** A button that chooses a file. The same file may be chosen again: a browser says nothing of a choice that changes nothing. */
export function ChooseFile({ accept, onChoose, ...button }: ChooseFileProps) {
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      accept={accept}
      resetRef={reset}
      onChange={(file) => {
        reset.current?.();
        if (file) onChoose(file);
      }}
    >
      {(props) => <Button {...props} {...button} />}
    </FileButton>
  );
}
