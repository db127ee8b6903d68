import { HttpNetworkFrame, NetworkSource } from 'msw/experimental';

/**
 * Where MSW's network gets its requests from: `fetch`, and nothing else. MSW's own source goes through a library that
 * intercepts every way there is to send something, at a cost that a poor phone feels (decision 015). Requests to our
 * own origin never enter the network.
 */
export class FetchSource extends NetworkSource<FetchFrame> {
  readonly #isOwn: (address: string) => boolean;
  #restore = (): void => {};

  constructor(isOwn: (address: string) => boolean) {
    super();
    this.#isOwn = isOwn;
  }

  override enable(): void {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      if (this.#isOwn(address)) return fetch(input, init);
      return new Promise((resolve, reject) => {
        this.queue(new FetchFrame(new HeldRequest(input, init), resolve, reject)).catch(reject);
      });
    };
    this.#restore = () => {
      globalThis.fetch = fetch;
    };
  }

  override disable(): void {
    super.disable();
    this.#restore();
  }
}

/**
 * A request whose words are already here. A browser reads a body as a stream, in tasks of their own, between which it
 * draws the page: what a press leads to would be drawn a frame later. MSW copies each request for its log, which is
 * quiet here.
 */
class HeldRequest extends Request {
  readonly #body: string | undefined;

  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(input, init);
    this.#body = typeof init?.body === 'string' ? init.body : undefined;
  }

  override clone(): Request {
    return this;
  }

  override async json(): Promise<unknown> {
    return this.#body === undefined ? super.json() : JSON.parse(this.#body);
  }
}

/** An answer whose words are already here, likewise. */
export class HeldResponse extends Response {
  readonly #body: string;

  constructor(body: unknown, { status }: { readonly status: number }) {
    const text = JSON.stringify(body);
    super(text, { status, headers: { 'content-type': 'application/json' } });
    this.#body = text;
  }

  override async json(): Promise<unknown> {
    return JSON.parse(this.#body);
  }
}

/** One request, on its way to a handler. Whatever no handler answers fails as it does without a network. */
class FetchFrame extends HttpNetworkFrame {
  readonly #answer: (response: Response) => void;
  readonly #fail: (reason: unknown) => void;

  constructor(request: Request, answer: (response: Response) => void, fail: (reason: unknown) => void) {
    super({ request });
    this.#answer = answer;
    this.#fail = fail;
  }

  override respondWith(response: Response): void {
    if (response.type === 'error') this.passthrough();
    else this.#answer(response);
  }

  override errorWith(reason?: unknown): void {
    this.#fail(reason);
  }

  override passthrough(): void {
    this.#fail(new TypeError('Failed to fetch'));
  }
}
