import { localStorageColorSchemeManager } from '@mantine/core';

/** Light, dark or as the system has it: kept per machine, so that the screen before signing in has it too. */
export const schemeManager = localStorageColorSchemeManager({ key: 'faceward.scheme' });
