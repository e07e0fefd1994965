import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface ChoiceProps<Value extends string> {
  /** Name of what is missing when nothing is chosen. */
  readonly question: string;
  readonly label: ReactNode;
  readonly help: ReactNode;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly description?: ReactNode }[];
  readonly error: string | null;
  readonly onChange: (value: Value) => void;
}

/** One question with a few answers, one below the other. */
export function Choice<Value extends string>({
  question,
  options,
  value,
  onChange,
  help,
  ...rest
}: ChoiceProps<Value>) {
  return (
    <Radio.Group
      {...rest}
      data-question={question}
      description={help}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      withAsterisk={false}
    >
      <Stack gap={6} mt={6}>
        {options.map((option) => (
          <Radio key={option.value} {...option} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
