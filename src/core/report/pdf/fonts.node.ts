import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/**
 * The fonts that a report is set in, which travel within it (PDF/A asks for that), and what stands for a character that
 * none of them has. Only what is used of a font is embedded.
 *
 * Arimo has Latin with all accents, Greek and Cyrillic, and the measures of Helvetica. DejaVu Sans sets what Arimo lacks:
 * Armenian, Georgian, arrows, signs, the plain emoticons. Both are read once a process.
 */
const FILES = {
  regular: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  wide: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** Stands for a character that the page cannot show: a wrong letter would be worse than none, in a name or a note. */
export const UNSHOWN = '[?]';

/** A text as it is drawn, and the font that draws it: the same one from its first letter to its last. */
export interface SetText {
  readonly font: FontName;
  readonly text: string;
  /** False when a character had to be marked as one that the page cannot show. */
  readonly isWhole: boolean;
}

interface Font {
  readonly bytes: Buffer;
  readonly characters: ReadonlySet<number>;
}

const fonts = new Map<FontName, Font>();

/** @returns The font's file, to be embedded. */
export function fontBytes(name: FontName): Buffer {
  return fontOf(name).bytes;
}

/**
 * Chooses the font that shows the whole text; where none does, the one that shows more of it. Line ends stay, a letter
 * that was typed in parts is put together where it exists as one, and marks without a shape of their own are left out.
 */
export function setText(text: string, { bold }: { bold: boolean }): SetText {
  const font: FontName = bold ? 'bold' : 'regular';
  const characters = Array.from(
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replaceAll('\t', ' ')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  );
  const unshownBy = (name: FontName) => characters.filter((each) => !isShown(each, name)).length;
  const lacking = unshownBy(font);
  if (lacking === 0) return { font, text: characters.join(''), isWhole: true };
  const lackingInWide = unshownBy('wide');
  const chosen = lackingInWide < lacking ? 'wide' : font;
  const shown = characters.map((each) => (isShown(each, chosen) ? each : UNSHOWN));
  return { font: chosen, text: shown.join(''), isWhole: Math.min(lacking, lackingInWide) === 0 };
}

/** Control characters, and scripts from right to left, whose words would stand in the wrong order. */
const NEVER_SHOWN = /\p{Cc}|\p{sc=Hebr}|\p{sc=Arab}|\p{sc=Syrc}|\p{sc=Thaa}|\p{sc=Nkoo}/u;

function isShown(character: string, font: FontName): boolean {
  if (character === '\n') return true;
  return !NEVER_SHOWN.test(character) && fontOf(font).characters.has(character.codePointAt(0)!);
}

function fontOf(name: FontName): Font {
  const known = fonts.get(name);
  if (known) return known;
  const bytes = readFileSync(createRequire(import.meta.url).resolve(FILES[name]));
  const font = fontkit.create(bytes);
  if (!('characterSet' in font)) throw new TypeError(`a font was expected in ${FILES[name]}; found a collection`);
  const read = { bytes, characters: new Set(font.characterSet) };
  fonts.set(name, read);
  return read;
}
