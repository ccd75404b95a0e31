import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Key } from "./driver";
import { Hands, type View } from "./hands";
import { layoutFaults } from "./layout";
import { Program } from "./program";
import { until } from "./wait";

/** Windows in pixels of the screen, each with how far the page is enlarged in it. */
const sizes: readonly [width: number, height: number, percent: number][] = [
  [960, 600, 100],
  [1024, 768, 100],
  [1099, 700, 100],
  [1100, 700, 100],
  [1280, 800, 100],
  [1440, 900, 100],
  [1920, 1080, 100],
  [2560, 1440, 100],
  [960, 600, 200],
  [1280, 800, 150],
  [1920, 1080, 200],
  [2560, 1440, 250],
];
const views: readonly View[] = ["timeline", "relations", "sources", "notes", "review"];
/** How the page is enlarged, step by step. */
const steps = [100, 110, 125, 150, 175, 200, 250];

let app: Program;
let hands: Hands;

beforeAll(async () => {
  app = await Program.open({ width: 2560, height: 1440 });
  hands = new Hands(app);
  await hands.standing("timeline");
});
afterAll(() => app.close());

const pageWidth = () => app.window.run<number>("return innerWidth");

/** Gives the window a size and the page its usual scale, then enlarges it by the key. */
async function take(width: number, height: number, percent: number): Promise<void> {
  await app.window.press(Key.control, "0");
  await app.window.resize(width, height);
  await until(`the page to be ${width} px wide`, async () => (await pageWidth()) === width);
  for (let step = 0; step < steps.indexOf(percent); step += 1) await app.window.press(Key.control, "+");
  const wanted = Math.floor((width * 100) / percent);
  await until(`the page to be enlarged to ${percent} %`, async () => Math.abs((await pageWidth()) - wanted) <= 1);
}

describe.each(sizes)("%d × %d at %d percent", (width, height, percent) => {
  beforeAll(() => take(width, height, percent));

  test.each(views)("nothing in %s is clipped, covered or too small to hit", async (view) => {
    await hands.show(view);
    const faults = await layoutFaults(app.window);
    if (faults.length > 0) await app.leavePicture(`size-${width}-${percent}-${view}`);
    expect(faults).toEqual([]);
  });

  test("the panels are reached by key and take the focus, and Esc gives it back", async () => {
    await hands.show("timeline");
    for (const [key, name] of [
      ["b", "filter"],
      ["i", "inspector"],
    ] as const) {
      await app.window.run("document.querySelector('.stage').focus()");
      await app.window.press(Key.control, key);
      const isDrawer = (await hands.count(".drawer")) > 0;
      if (isDrawer) {
        await until(`the focus to be in the ${name}`, () =>
          app.window.run<boolean>("return document.activeElement.closest('.drawer') !== null"),
        );
        expect(await layoutFaults(app.window)).toEqual([]);
        await app.window.press(Key.escape);
        await until("the drawer to close", async () => (await hands.count(".drawer")) === 0);
        await until("the focus to be back", () => app.window.run<boolean>("return document.activeElement.matches('.stage')"));
      } else await app.window.press(Key.control, key);
    }
  });
});

test("a line of a source has at least 45 characters wherever the page is 480 px wide or more", async () => {
  for (const [width, height, percent] of sizes) {
    await take(width, height, percent);
    await hands.show("sources");
    expect(await app.window.run<number>(CHARACTERS), `${width} × ${height} at ${percent} %`).toBeGreaterThanOrEqual(45);
  }
});

/** The width of the text of a source, in characters as long as those of its first lines are on average. */
const CHARACTERS = String.raw`
  const text = [...document.querySelectorAll(".reader .reading p, .reader p")].find((one) => one.textContent.length > 120) ?? document.querySelector(".reader article");
  const letters = document.createElement("span");
  letters.textContent = text.textContent.trim().slice(0, 80);
  letters.style.cssText = "position:absolute;white-space:nowrap;visibility:hidden";
  text.append(letters);
  const each = letters.getBoundingClientRect().width / letters.textContent.length;
  letters.remove();
  return text.getBoundingClientRect().width / each;`;
