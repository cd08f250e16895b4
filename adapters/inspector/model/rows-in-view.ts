/** The rows of a list that are drawn: from the first, so many. */
export interface RowsInView {
  readonly first: number;
  readonly count: number;
}

/** More are never drawn, however high the list is. */
const MOST = 150;
/** So many above and below what is seen. */
const SPARE = 8;

/** The rows of a list that can be seen, and some around them. All in px but `length`. */
export function rowsInView(length: number, rowHeight: number, scrollTop: number, height: number): RowsInView {
  const seen = Math.ceil(height / rowHeight) + 1;
  const count = Math.min(length, MOST, seen + 2 * SPARE);
  const first = Math.max(0, Math.min(length - count, Math.floor(scrollTop / rowHeight) - SPARE));
  return { first, count };
}
