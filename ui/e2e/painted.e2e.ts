import { afterEach, expect, test } from "vitest";
import { Hands } from "./hands";
import { paintIn, type Box, type Paint } from "./picture";
import { Program } from "./program";

let app: Program | undefined;

afterEach(async (context) => {
  if (context.task.result?.state === "fail") await app?.leavePicture(context.task.name.replaceAll(/\W+/g, "-"));
  await app?.close();
});

/** What is painted in each lane in one picture, taken the moment the window says that it is ready. */
async function lanesAtOnce(program: Program): Promise<Paint[]> {
  await new Hands(program).standing("timeline");
  const picture = await program.window.picture();
  const places = `
    const boxOf = (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return { left, top, width, height }; };
    const stage = boxOf(document.querySelector(".stage"));
    const lanes = [...document.querySelectorAll(".head")].map(boxOf).map(({ top, height }) => ({ ...stage, top, height }));
    return { pageWidth: innerWidth, lanes };`;
  const { pageWidth, lanes } = await program.window.run<{ pageWidth: number; lanes: Box[] }>(places);
  return paintIn(picture, pageWidth, lanes);
}

test.each(["first", "second", "third"])("a %s start is ready only when the braid and its labels are on the screen", async () => {
  app = await Program.open();
  const lanes = await lanesAtOnce(app);
  console.log(JSON.stringify(lanes));
  expect(lanes.filter(({ coloured }) => coloured > 100).length).toBeGreaterThanOrEqual(5);
  expect(lanes.filter(({ dark }) => dark > 300).length).toBeGreaterThanOrEqual(3);
});
