/**
 * A text without the control characters and lone surrogates that XML 1.0 forbids, and FHIR with it. Tabs and line breaks
 * stay.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
}
