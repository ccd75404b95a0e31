import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Program } from "./program";
import { until } from "./wait";

let app: Program;

beforeAll(async () => {
  app = await Program.open({ width: 1280, height: 800 });
}, 120_000);

afterEach(async (context) => {
  if (context.task.result?.state === "fail") await app.leavePicture(context.task.name.replaceAll(/\W+/g, "-"));
});

afterAll(async () => {
  await app.close();
});

const sentence = (number: number) =>
  `In paragraph ${number} the two ministers met again, spoke for three hours, and agreed on one more point of their long list.`;
const paragraphs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `<p>${sentence(from + at)}</p>`).join("");

/** A page whose list of other news says as much as its article, and is no part of it. */
const page = `<html><head><title>Ministers meet</title></head><body><div class="story"><h1>Ministers meet</h1>${paragraphs(1, 6)}</div>
  <div><ul>${[7, 8, 9].map((number) => `<li><a href="/y${number}">${sentence(number)}</a></li>`).join("")}</ul></div></body></html>`;

const textOf = () => app.window.run<string>("return document.querySelector('[role=dialog] textarea').value");
const press = (words: string) =>
  app.window.run<boolean>(
    `const button = [...document.querySelectorAll("[role=dialog] .left-out button")].find((one) => one.textContent.includes(arguments[0]));
    button?.click();
    return button !== undefined;`,
    words,
  );

test("what is left out of a page is said, shown and taken after all", async () => {
  const paste = `const data = new DataTransfer();
    data.setData("text/html", arguments[0]);
    data.setData("text/plain", "Ministers meet");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));`;
  // The page listens once it is drawn.
  await until("the dialog of the capture", async () => {
    await app.window.run(paste, page);
    await new Promise((done) => setTimeout(done, 500));
    return app.window.run<boolean>("return document.querySelector('[role=dialog] textarea') !== null");
  });
  await until("what was left out to be said", () => press("text was left out"));
  expect(await textOf()).not.toContain(sentence(9));
  await until("it to be taken", () => press("Take it as well"));
  await until("it to stand in the text", async () => (await textOf()).includes(sentence(9)));
  expect(await textOf()).toContain(sentence(1));
  expect(await app.window.run<number>("return document.querySelectorAll('[role=dialog] .left-out').length")).toBe(0);
});
