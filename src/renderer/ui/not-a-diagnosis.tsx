import { Text } from '@mantine/core';
import { NOT_A_DIAGNOSIS } from './words.ts';

/** Stands wherever a reading stands. */
export function NotADiagnosis() {
  return (
    <Text size="sm" fw={600} c="ward.8">
      {NOT_A_DIAGNOSIS}
    </Text>
  );
}
