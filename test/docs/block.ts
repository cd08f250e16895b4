/** The part of a page that is written by a test: what stands between the comments that name it. */
export const blockOf = (name: string): RegExp => new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(\n<!-- end of ${name} -->)`);

/** The page with this block written anew. */
export function withBlock(page: string, name: string, content: string): string {
  return page.replace(blockOf(name), (_, start: string, end: string) => `${start}${content}${end}`);
}
