/** The day did not go as its script says. The message is a sentence for whoever watches. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected';
}
