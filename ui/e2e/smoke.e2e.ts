import { expect, test } from "vitest";
import { app, onStage } from "./stage";
import { until } from "./wait";

onStage("smoke", () => ({}));

test("the window opens on the built page", async () => {
  expect(await app.window.title()).toContain("Summitry");
  expect(await app.window.address()).toMatch(/^tauri:\/\/localhost/);
  await until("something to be drawn", () => app.window.run<boolean>("return document.body.innerText.trim() !== ''"));
  await until("the first start to open the sample", async () => (await app.window.title()).length > "Summitry".length);
  expect(await app.complaints()).toEqual([]);
});

test("the policy refuses evaluated and foreign code", async () => {
  // Automation scripts may evaluate, so the attempt is made from an element of the page.
  const attempt = `
    let breaches = 0;
    document.addEventListener("securitypolicyviolation", () => { breaches += 1; });
    const refused = [];
    const image = new Image();
    image.src = "https://example.org/pixel.png";
    document.body.append(image);
    try { document.body.insertAdjacentHTML("beforeend", "<b>text</b>"); } catch { refused.push("markup"); }
    try { const script = document.createElement("script"); script.text = "window.ran = true"; document.body.append(script); } catch { refused.push("script"); }
    await new Promise((done) => setTimeout(done, 300));
    image.remove();
    return { breaches, refused, ran: window.ran === true };`;
  const outcome = await app.window.run<{ breaches: number; refused: string[]; ran: boolean }>(`return (async () => {${attempt}})()`);
  expect(outcome.ran).toBe(false);
  expect(outcome.refused).toEqual(["markup", "script"]);
  expect(outcome.breaches).toBeGreaterThanOrEqual(3);
});

test("the page cannot reach the shell beyond our commands", async () => {
  expect(await app.window.run("return typeof window.__TAURI__")).toBe("undefined");
  const call = `return window.__TAURI_INTERNALS__.invoke(arguments[0], {}).then(() => "answered", (error) => String(error))`;
  for (const command of ["plugin:dialog|open", "plugin:window|close", "plugin:fs|read_text_file", "plugin:webview|create_webview"]) {
    expect(await app.window.run<string>(call, command)).toMatch(/not allowed|not found/);
  }
});

test("our own commands are answered", async () => {
  const session = await app.ask<{ version: string }>("session");
  expect(session.version).toMatch(/^\d+\.\d+\.\d+$/);
  await expect(app.ask("open_address", { address: "file:///etc/passwd" })).rejects.toThrow('"code":"invalid"');
  await expect(app.ask("item", { item: "nonsense", language: "en" })).rejects.toThrow('"code"');
  await expect(app.ask("item", { wrong: true })).rejects.toThrow("item");
});

test("prototypes are frozen", async () => {
  expect(await app.window.run("return Object.isFrozen(Object.prototype)")).toBe(true);
});
