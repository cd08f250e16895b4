/** The floor of the desktop is gone while it is served. The message is a sentence for whoever has started it. */
export class FloorLost extends Error {
  override readonly name = 'FloorLost';
}
