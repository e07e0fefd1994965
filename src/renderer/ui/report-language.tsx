import { Group, Radio, type RadioGroupProps } from '@mantine/core';
import { LANGUAGE_FACTS, LANGUAGES } from '../../core/words/language.ts';

/** In which language a report is written: not always that of the screen. */
export function ReportLanguage(props: Omit<RadioGroupProps, 'children'>) {
  return (
    <Radio.Group {...props}>
      <Group mt="xs">
        {LANGUAGES.map((each) => (
          <Radio key={each} value={each} label={<span lang={each}>{LANGUAGE_FACTS[each].ownName}</span>} />
        ))}
      </Group>
    </Radio.Group>
  );
}
