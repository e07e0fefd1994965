import { localStorageColorSchemeManager } from '@mantine/core';

/** Light, dark or as the system has it: kept per machine, so that the screen before signing in has it too. */
export const schemeManager = localStorageColorSchemeManager({ key: 'faceward.scheme' });

/** Paper is light whatever the screen is. */
export function printInLight(): void {
  const { dataset } = document.documentElement;
  let onScreen: string | undefined;
  window.addEventListener('beforeprint', () => {
    onScreen = dataset.mantineColorScheme;
    dataset.mantineColorScheme = 'light';
  });
  window.addEventListener('afterprint', () => {
    dataset.mantineColorScheme = onScreen;
  });
}
