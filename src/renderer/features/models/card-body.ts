/** A card without its YAML front matter, which is for programs; unchanged when it has none. */
export function cardBody(markdown: string): string {
  return markdown.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
}
