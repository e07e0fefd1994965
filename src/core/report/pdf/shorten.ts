/** Cuts a text to at most `most` characters, the last of them an ellipsis; never through a surrogate pair. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
