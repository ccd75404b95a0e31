import axe from "axe-core";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { Key } from "./driver";
import { app, hands, onStage, sampleAt } from "./stage";
import { until } from "./wait";

onStage("access", (folder) => ({ dossier: sampleAt(join(folder, "beijing.dossier")) }));

/** Every breach on screen, as "rule: element". The checker comes with the script, which the page's policy does not bind. */
async function breaches(): Promise<string[]> {
  const check = `${axe.source}
    const settled = document.getAnimations().map((motion) => motion.finished.catch(() => undefined));
    return Promise.all(settled).then(() => axe.run(document, { resultTypes: ["violations"] })).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + " " + failureSummary)));`;
  return app.window.run<string[]>(check);
}

async function clean(state: string): Promise<void> {
  expect(await breaches(), state).toEqual([]);
}

describe.each(["light", "dark"])("in the %s", (theme) => {
  beforeEach(async () => {
    await app.restart();
    await hands.opened();
    await app.window.run("location.hash = arguments[0]", `view=timeline&theme=${theme}`);
    await until("the theme", () => app.window.run<boolean>("return document.documentElement.dataset.theme === arguments[0]", theme));
    await hands.standing("timeline");
  });

  test("timeline and inspector", async () => {
    const { window } = app;
    await clean("picture");
    await hands.command("Lee Jae Myung – Xi Jinping summit in Beijing");
    await hands.sees("aside .inspector h3", "Lee Jae Myung – Xi Jinping summit in Beijing");
    await clean("selected event");
    await window.press("e");
    await hands.focuses("Title");
    await clean("event being edited");
    await window.press(Key.escape);
    await hands.turn("Picture", "Table");
    await hands.standing("timeline");
    await clean("table");
  });

  test("relations and the sheet of two countries", async () => {
    const { window } = app;
    for (const face of ["Graph", "Matrix", "List"]) {
      await hands.command(`Relations as ${face}`);
      await until(
        `the ${face.toLowerCase()}`,
        async () => (await hands.count(face === "Graph" ? "main canvas" : "main [role=gridcell]")) > 0,
      );
      await hands.standing("relations");
      await clean(face);
    }
    await hands.tabTo("List");
    await window.press(Key.tab);
    await window.press(Key.down);
    await window.press(Key.enter);
    await hands.sees(".sheet tfoot", "");
    await hands.standing("relations");
    await clean("sheet");
  });

  test("sources, notes and review", async () => {
    for (const view of ["sources", "notes", "review"] as const) {
      await hands.show(view);
      await clean(view);
    }
  });

  test("what floats above", async () => {
    const { window } = app;
    const floats: [string, string[], string][] = [
      ["palette", [Key.control, "k"], ".palette-input"],
      ["new event", [Key.control, "n"], "[role=dialog] form"],
      ["brief", [Key.control, "e"], "[role=dialog] form"],
      ["keys", ["?"], "[role=dialog]"],
    ];
    for (const [name, keys, selector] of floats) {
      await window.press(...keys);
      await until(`${name} to open`, async () => (await hands.count(selector)) > 0);
      await clean(name);
      await window.press(Key.escape);
      await hands.leavesDialog();
    }
    await hands.command("Dossier settings");
    await until("the settings to open", async () => (await hands.count("[role=dialog] input")) > 0);
    await clean("settings of the dossier");
    await window.press(Key.escape);
    await hands.leavesDialog();
    await hands.tabTo("as of");
    await window.press(Key.enter);
    await until("the dates to open", async () => (await hands.count("[role=dialog] form")) > 0);
    await clean("dates of the look back");
    await window.press(Key.escape);
    await hands.leavesDialog();
    await hands.tabTo("Dossier menu");
    await window.press(Key.enter);
    await until("the menu to open", async () => (await hands.count("[role=menuitem]")) > 0);
    await clean("menu of the dossier");
  });
});
