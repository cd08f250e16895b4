function reason(host: string, port: number, code: string | undefined): string {
  const where = `${host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken: another program listens there, another one of these perhaps. Choose another port, or 0 for any that is free.`;
    case 'EACCES':
      return `This user may not listen on port ${port} (ports below 1024 are reserved). Choose another port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
    default:
      return `Cannot listen on ${where}${code === undefined ? '' : ` (${code})`}.`;
  }
}

/** The server cannot listen where it should. The message says why, and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** As Node has it, such as `EADDRINUSE`. */
  readonly code: string | undefined;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(reason(host, port, cause.code), { cause });
    this.code = cause.code;
  }
}
