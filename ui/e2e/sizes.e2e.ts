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

/** Opens a window as large as the largest of the sizes, whose text the desktop wants so many times as large. */
async function open(textScale: number): Promise<void> {
  app = await Program.open({ width: 2560, height: 1440, textScale });
  hands = new Hands(app);
  await hands.standing("timeline");
}

const pageWidth = () => app.window.run<number>("return innerWidth");

/** Gives the window a size, and enlarges the page by the key until it is shown at so many percent of its usual size. */
async function take(width: number, height: number, percent: number, textScale = 1): Promise<void> {
  await app.window.press(Key.control, "0");
  await app.window.resize(width, height);
  const isWide = (step: number) =>
    until(
      `the page to be ${width} px wide at ${step} %`,
      async () => Math.abs((await pageWidth()) - (width * 100) / step / textScale) <= 1,
    );
  await isWide(100);
  for (const step of steps.slice(1, steps.indexOf(percent) + 1)) {
    await app.window.press(Key.control, "+");
    await isWide(step);
  }
}

/** A view, in a window that has been given its size, has no fault. */
async function expectNoFault(view: View, picture: string): Promise<void> {
  await hands.show(view);
  const faults = await layoutFaults(app.window);
  if (faults.length > 0) await app.leavePicture(picture);
  expect(faults).toEqual([]);
}

describe("with text as large as usual", () => {
  beforeAll(() => open(1));
  afterAll(() => app.close());

  describe.each(sizes)("%d × %d at %d percent", (width, height, percent) => {
    beforeAll(() => take(width, height, percent));

    test.each(views)("nothing in %s is clipped, covered or too small to hit", (view) =>
      expectNoFault(view, `size-${width}-${percent}-${view}`),
    );

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
});

describe("with text that the desktop doubles", () => {
  beforeAll(() => open(2));
  afterAll(() => app.close());

  describe.each([sizes[0]!, sizes[4]!, sizes[6]!])("%d × %d", (width, height) => {
    beforeAll(() => take(width, height, 100, 2));

    test.each(views)("nothing in %s is clipped, covered or too small to hit", (view) => expectNoFault(view, `text-${width}-${view}`));
  });
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
