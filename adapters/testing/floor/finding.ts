/** Something that should not be so. */
export class Finding extends Error {
  override readonly name = 'Finding';

  /**
   * @param who whom it is about: `agent 1002`
   * @param expected what should be so, and why
   * @param seen what is so
   */
  constructor(
    readonly who: string,
    readonly expected: string,
    readonly seen: string,
  ) {
    super(`${who}: expected ${expected}; seen: ${seen}`);
  }
}
