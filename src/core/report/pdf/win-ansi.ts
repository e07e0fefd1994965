/**
 * The characters that the standard PDF fonts can show (WinAnsiEncoding, ISO 32000-1 annex D), and what stands for the
 * others. Anything else would be drawn as a wrong letter, which in a name or a note is worse than none.
 */

/** Stands for a character that the page cannot show. */
export const UNSHOWN = '[?]';

const BEYOND_LATIN_1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** The text as the page can show it. Line ends stay; a letter that exists only in parts is put together first. */
export function toWinAnsi(text: string): string {
  return Array.from(text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' '), (character) =>
    isShown(character) ? character : UNSHOWN,
  ).join('');
}

function isShown(character: string): boolean {
  const code = character.codePointAt(0)!;
  const isLatin1 = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff);
  return isLatin1 || character === '\n' || BEYOND_LATIN_1.has(character);
}
