import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { isReady } from "./driver";
import { until } from "./wait";

/** A display in memory with a WebDriver server on it, and a home folder that is nobody's. */
export interface Display {
  /** Address of the WebDriver server. */
  driver: string;
  close(): Promise<void>;
}

/** Environment of a program that must not touch the user's own settings, nor the network's. */
function privateEnvironment(home: string, display: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: home,
    XDG_DATA_HOME: `${home}/data`,
    XDG_CONFIG_HOME: `${home}/config`,
    XDG_CACHE_HOME: `${home}/cache`,
    XDG_STATE_HOME: `${home}/state`,
    XDG_RUNTIME_DIR: `${home}/run`,
    DISPLAY: display,
    WAYLAND_DISPLAY: "",
    GDK_BACKEND: "x11",
    NO_AT_BRIDGE: "1",
    GTK_A11Y: "none",
    // Pictures hang when WEBKIT_DISABLE_DMABUF_RENDERER is set, so it must not come in from outside either.
    WEBKIT_DISABLE_DMABUF_RENDERER: undefined,
    LIBGL_ALWAYS_SOFTWARE: "1",
    MESA_SHADER_CACHE_DISABLE: "true",
    LANG: "C.UTF-8",
    TZ: "UTC",
    TAURI_WEBVIEW_AUTOMATION: "true",
  };
}

/** Starts the display and the server. `extra` is added to the environment of the program. */
export async function openDisplay(home: string, size: string, extra: Record<string, string> = {}): Promise<Display> {
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp", "-ac"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await numberFrom(xvfb);
  const port = await freePort();
  const server = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...privateEnvironment(home, `:${number}`), ...extra },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const driver = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    await ended(server);
    await ended(xvfb);
  };
  try {
    await until("WebKitWebDriver to answer", () => isReady(driver));
  } catch (error) {
    await close();
    throw error;
  }
  return { driver, close };
}

/** The server picks a free display and writes its number to the pipe. */
function numberFrom(xvfb: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Xvfb named no display within 20 s")), 20_000);
    xvfb.once("error", reject);
    xvfb.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    (xvfb.stdio[3] as NodeJS.ReadableStream).once("data", (bytes: Buffer) => {
      clearTimeout(timer);
      resolve(bytes.toString().trim());
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** Asks a process to end, and ends it if it does not within two seconds. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), 2_000);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
