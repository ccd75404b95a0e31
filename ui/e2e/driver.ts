/**
 * A WebDriver client for the one engine we drive, as far as we need it (https://www.w3.org/TR/webdriver2/).
 */

/** What the protocol calls a web element, by this fixed key. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export interface Element {
  [ELEMENT]: string;
}

/** Keys that are not letters, as the protocol writes them. */
export const Key = {
  backspace: "\uE003",
  tab: "\uE004",
  enter: "\uE007",
  shift: "\uE008",
  control: "\uE009",
  escape: "\uE00C",
  end: "\uE010",
  home: "\uE011",
  left: "\uE012",
  up: "\uE013",
  right: "\uE014",
  down: "\uE015",
  delete: "\uE017",
} as const;

/** An answer of the driver that is not a success, with its code, such as `no such element`. */
export class DriverError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** A call to the driver; `path` starts after the server's address. Bounded, since a hung engine answers nothing. */
async function call(base: string, method: string, path: string, body?: object, limitMs = 30_000): Promise<unknown> {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(limitMs),
    ...(body ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {}),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    const { error, message } = value as { error: string; message: string };
    throw new DriverError(error, message);
  }
  return value;
}

/** A session: one running window. */
export class Session {
  private constructor(
    private readonly base: string,
    private readonly id: string,
  ) {}

  /** Starts `binary` with `args` and attaches to its first window; without one, the engine's own browser. */
  static async start(base: string, binary?: string, args: string[] = []): Promise<Session> {
    const capabilities = binary ? { alwaysMatch: { "webkitgtk:browserOptions": { binary, args } } } : {};
    const value = await call(base, "POST", "/session", { capabilities });
    return new Session(base, (value as { sessionId: string }).sessionId);
  }

  private call(method: string, path: string, body?: object): Promise<unknown> {
    return call(this.base, method, `/session/${this.id}${path}`, body);
  }

  /** Closes the window and ends the program. */
  async end(): Promise<void> {
    await this.call("DELETE", "");
  }

  async title(): Promise<string> {
    return (await this.call("GET", "/title")) as string;
  }

  async address(): Promise<string> {
    return (await this.call("GET", "/url")) as string;
  }

  /** Runs the body of a function in the page and returns what it returns; a promise is waited for. */
  async run<T>(body: string, ...args: unknown[]): Promise<T> {
    return (await this.call("POST", "/execute/sync", { script: body, args })) as T;
  }

  /** The page as PNG bytes. */
  async picture(): Promise<Buffer> {
    return Buffer.from((await this.call("GET", "/screenshot")) as string, "base64");
  }

  async resize(width: number, height: number): Promise<void> {
    await this.call("POST", "/window/rect", { width, height });
  }

  /** The first element that matches a CSS selector now. */
  async find(selector: string): Promise<Element> {
    return (await this.call("POST", "/element", { using: "css selector", value: selector })) as Element;
  }

  async click(element: Element): Promise<void> {
    await this.call("POST", `/element/${element[ELEMENT]}/click`, {});
  }

  async textOf(element: Element): Promise<string> {
    return (await this.call("GET", `/element/${element[ELEMENT]}/text`)) as string;
  }

  /** Types into an element, which takes the focus. */
  async typeInto(element: Element, text: string): Promise<void> {
    await this.call("POST", `/element/${element[ELEMENT]}/value`, { text });
  }

  /** Types letters into whatever has the focus, one after the other. */
  async type(text: string): Promise<void> {
    await this.keys([...text].flatMap((value) => [down(value), up(value)]));
  }

  /** Presses keys together, as in `press(Key.control, "z")`. */
  async press(...keys: string[]): Promise<void> {
    await this.keys([...keys.map(down), ...[...keys].reverse().map(up)]);
  }

  private async keys(actions: object[]): Promise<void> {
    await this.call("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }
}

function down(value: string): object {
  return { type: "keyDown", value };
}

function up(value: string): object {
  return { type: "keyUp", value };
}

/** Whether the server answers and would start a session. */
export async function isReady(base: string): Promise<boolean> {
  try {
    return ((await call(base, "GET", "/status", undefined, 2_000)) as { ready: boolean }).ready;
  } catch {
    return false;
  }
}
