/** A user that the PBX knows, of ARI or of AMI. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** ARI has refused a request, or has not answered it (`status` is null). */
export class AriFailure extends Error {
  override readonly name = 'AriFailure';

  constructor(
    readonly status: number | null,
    /** In the PBX's own words. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(status === null ? `ARI does not answer: ${reason}` : `ARI answers ${status}: ${reason}`, options);
  }
}

export type AriParams = Readonly<Record<string, string | number>>;

export interface AriClientOptions {
  /** Where the PBX's HTTP server is, such as `http://127.0.0.1:8088`. */
  readonly url: string;
  readonly credentials: Credentials;
  /** How long an answer may take, in ms. */
  readonly patience: number;
}

/** The request and answer side of ARI. */
export interface AriClient {
  /** @returns what ARI answers, as JSON; undefined if the answer is empty. @throws AriFailure */
  request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, params?: AriParams, body?: unknown): Promise<unknown>;
}

/** The header that signs a request in; unlike ARI's `api_key` parameter it is in nobody's log of addresses. */
export function basicAuthorization({ user, password }: Credentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** The address of something in ARI. Ids may be anything. */
export function ariUrl(url: string, path: string, params: AriParams = {}): URL {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/ari${path}`;
  for (const [name, value] of Object.entries(params)) address.searchParams.set(name, `${value}`);
  return address;
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function reasonIn(answer: unknown, statusText: string): string {
  const { message, error } = Object(answer) as { message?: unknown; error?: unknown };
  const reason = message ?? error;
  return typeof reason === 'string' ? reason : statusText;
}

export function createAriClient({ url, credentials, patience }: AriClientOptions): AriClient {
  const authorization = basicAuthorization(credentials);

  const send = async (method: string, address: URL, body: unknown): Promise<Response> => {
    try {
      return await fetch(address, {
        method,
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      // `fetch` says no more than that it failed; the cause knows why.
      const { code, message } = ((error as Error).cause ?? error) as { code?: string; message: string };
      throw new AriFailure(null, code ?? message, { cause: error });
    }
  };

  return {
    request: async (method, path, params, body) => {
      const response = await send(method, ariUrl(url, path, params), body);
      const answer = readJson(await response.text().catch(() => ''));
      if (!response.ok) throw new AriFailure(response.status, reasonIn(answer, response.statusText));
      return answer;
    },
  };
}
