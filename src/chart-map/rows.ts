interface Wide {
  readonly width: number;
}

/**
 * Breaks boxes into as few rows as fit, in their order, and makes the widest row as narrow as it can be, so that no row
 * has much more than another.
 */
export function rowsOf<Item extends Wide>(items: readonly Item[], mostWidth: number, gap: number): readonly (readonly Item[])[] {
  const count = broken(items, mostWidth, gap).length;
  const widths = items.flatMap((_, from) => items.slice(from).map((_, length) => rowWidth(items.slice(from, from + length + 1), gap)));
  const narrowest = [...new Set(widths)].sort((a, b) => a - b).find((width) => broken(items, width, gap).length <= count);
  return broken(items, narrowest ?? mostWidth, gap);
}

function rowWidth(row: readonly Wide[], gap: number): number {
  return row.reduce((width, item) => width + item.width + gap, -gap);
}

/** As many as fit in each row, one at least. */
function broken<Item extends Wide>(items: readonly Item[], mostWidth: number, gap: number): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  let row: Item[] = [];
  for (const item of items) {
    if (row.length > 0 && rowWidth([...row, item], gap) > mostWidth) {
      rows.push(row);
      row = [];
    }
    row.push(item);
  }
  return row.length === 0 ? rows : [...rows, row];
}
