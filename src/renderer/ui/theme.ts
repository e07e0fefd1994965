import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Shade 7 carries white text at 6.5:1. */
const ward: MantineColorsTuple = [
  '#e8f5f8',
  '#d3e8ee',
  '#a6d2de',
  '#75bacd',
  '#4fa6bf',
  '#2f8ba6',
  '#1b768f',
  '#0b6377',
  '#085060',
  '#043b48',
];

/** What is typed about a child is not for the browser to keep: it would write it into its session files. */
const NOT_KEPT = { autoComplete: 'off' } as const;

/** One theme, light and dark, readable at arm's length: 16 px text, system fonts, a ring around whatever has the keyboard. */
export const theme = createTheme({
  primaryColor: 'ward',
  primaryShade: 7,
  colors: { ward },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.25rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'md', ...NOT_KEPT } },
    PasswordInput: { defaultProps: { size: 'md', ...NOT_KEPT } },
    NumberInput: { defaultProps: { size: 'md', ...NOT_KEPT } },
    Select: { defaultProps: { size: 'md', allowDeselect: false, ...NOT_KEPT } },
    Textarea: { defaultProps: { size: 'md', ...NOT_KEPT } },
  },
});

/** Mantine's quiet greys and red do not reach 4.5:1 against their ground; these do. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#515c66',
    '--mantine-color-placeholder': '#636d76',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-dimmed': '#b3bcc4',
    '--mantine-color-placeholder': '#a4aeb6',
    '--mantine-color-error': '#ff9a90',
    // Shades that stand behind text here, or are text.
    '--mantine-color-ward-8': '#8fd0e2',
    '--mantine-color-ward-filled-hover': '#085060',
    '--mantine-primary-color-filled-hover': '#085060',
    '--mantine-color-anchor': '#8fd0e2',
    '--mantine-color-gray-0': '#2a2f34',
    '--mantine-color-gray-1': '#32383e',
    '--mantine-color-gray-2': '#3c434a',
    '--mantine-color-red-0': '#43211f',
  },
});
