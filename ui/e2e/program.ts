import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Display, openDisplay } from "./display";
import { Session } from "./driver";
import { sleep, until } from "./wait";

const root = resolve(import.meta.dirname, "../..");

/** Where pictures of failures and other leavings go. */
export const leavings = join(root, "target/e2e");

/** The executable to drive: the debug build, unless the caller names another. */
export function program(): string {
  return process.env["SUMMITRY_PROGRAM"] ?? join(root, "target/debug/summitry-desktop");
}

/** The terminal program of the same build. */
export function terminal(): string {
  return join(dirname(program()), "summitry");
}

export interface Options {
  /** Dossier to open, by its path. */
  dossier?: string | undefined;
  /** Size of the window's content. */
  width?: number | undefined;
  height?: number | undefined;
  /** Answers every file dialog. */
  dialogPath?: string;
  /** How many times as large as usual the desktop asks for its text. */
  textScale?: number;
}

/** The program running in a display of its own, with a home folder of its own that is gone afterwards. */
export class Program {
  private constructor(
    readonly home: string,
    private readonly display: Display,
    private readonly options: Options,
    private running: Session,
    /** Milliseconds from the driver's order to a loaded page. */
    readonly startMs: number,
  ) {}

  /** Opens the display and the window. */
  static async open(options: Options = {}): Promise<Program> {
    const home = mkdtempSync(join(tmpdir(), "summitry-e2e-"));
    for (const folder of ["data", "config", "cache", "state", "run"]) mkdirSync(join(home, folder), { mode: 0o700 });
    const { width = 1440, height = 900, dialogPath, textScale } = options;
    keepPlacement(home, width, height);
    const extra = {
      ...(dialogPath ? { SUMMITRY_DIALOG_PATH: dialogPath } : {}),
      ...(textScale ? { GDK_DPI_SCALE: String(textScale) } : {}),
    };
    const display = await openDisplay(home, `${width}x${height}`, extra);
    try {
      const begun = performance.now();
      const session = await start(display, options);
      return new Program(home, display, options, session, performance.now() - begun);
    } catch (error) {
      await display.close();
      await forget(home);
      throw error;
    }
  }

  /** The window, to be asked and driven. */
  get window(): Session {
    return this.running;
  }

  /** Closes the window and opens it again with the same home folder, on the same dossier or another. */
  async restart(dossier = this.options.dossier): Promise<void> {
    await this.running.end();
    this.running = await start(this.display, { ...this.options, dossier });
  }

  /** Calls a command as the page does; a refusal is thrown with what the core said. */
  async ask<T>(command: string, request?: object): Promise<T> {
    const call = `return window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
      .then((answer) => ({ answer }), (error) => ({ error: JSON.stringify(error) }))`;
    const outcome = await this.running.run<{ answer: T; error?: string }>(call, command, request ? { request } : {});
    if (outcome.error !== undefined) throw new Error(`${command} was refused: ${outcome.error}`);
    return outcome.answer;
  }

  /** Errors, warnings, failed loads and breaches of the policy since the page began to load. */
  complaints(): Promise<string[]> {
    return this.running.run<string[]>("return window.complaints");
  }

  /** Saves a picture of the page for whoever reads the failure. */
  async leavePicture(name: string): Promise<void> {
    mkdirSync(leavings, { recursive: true });
    writeFileSync(join(leavings, `${name}.png`), await this.running.picture());
  }

  async close(): Promise<void> {
    // A window that has crashed cannot be asked to end; what holds it is ended below.
    await this.running.end().catch(() => undefined);
    await this.display.close();
    await forget(this.home);
  }
}

/** The engine's helpers write their caches for a moment longer than the window lives. */
export async function forget(folder: string): Promise<void> {
  await until("the engine to let go of its folder", async () => {
    rmSync(folder, { recursive: true, force: true });
    await sleep(100);
    return !existsSync(folder);
  });
}

/** The window restores where it stood; a file from "last time" is how its size is chosen before it opens. */
function keepPlacement(home: string, width: number, height: number): void {
  const folder = join(home, "data/org.summitry.desktop");
  mkdirSync(folder, { recursive: true });
  const placement = { width, height, position: [0, 0], maximized: false };
  writeFileSync(join(folder, "window.json"), JSON.stringify(placement));
}

/** On a busy machine the engine's first start sometimes outlives the driver's patience, so it has three. */
async function start(display: Display, options: Options): Promise<Session> {
  const args = options.dossier ? [options.dossier] : [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      const session = await Session.start(display.driver, program(), args);
      await until("the page to load", () =>
        session.run<boolean>("return document.readyState === 'complete' && location.protocol !== 'about:'"),
      );
      return session;
    } catch (error) {
      if (attempt === 3) throw new Error(`the window did not open: ${(error as Error).message}`);
      await sleep(1_000 * attempt);
    }
  }
}
