/** The only argument of a command: how many. */
export function countArgument(of: string, otherwise: number): number {
  const count = Number(process.argv[2] ?? otherwise);
  if (!Number.isInteger(count) || count < 1) throw new Error(`How many ${of}: a number from 1.`);
  return count;
}
