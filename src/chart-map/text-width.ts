/**
 * Widths of Helvetica's letters, which Arial and Liberation Sans share, in thousandths of the size of the letters: with
 * them, a picture comes out the same everywhere, and no browser has to measure.
 */
const BY_WIDTH: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijl',
  278: ' !,./:;I[]ft\\|·',
  333: '()-`r',
  334: '{}',
  355: '"',
  389: '*',
  500: 'Jckcsvxyz',
  556: '#$?0123456789Labdeghnopqu_–',
  584: '+<=>~',
  611: 'FTZ',
  667: 'ABEKPSVXY&',
  722: 'CDHNRUw',
  778: 'GOQ',
  833: 'Mm',
  889: '%',
  944: 'W',
  1000: '→—@',
};

const WIDTHS = new Map(
  Object.entries(BY_WIDTH).flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, Number(width)] as const)),
);
/** Of letters that are not listed: rather too wide than too narrow. */
const OTHER = 800;
/** Bold letters are wider by about as much. */
const BOLD = 1.07;

/** How wide a text is, in px. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? OTHER;
  return (width / 1000) * size * (isBold ? BOLD : 1);
}

/** The text in lines that are at most so wide; a word that is wider has a line of its own. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
