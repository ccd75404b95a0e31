import { Key } from "./driver";
import type { Program } from "./program";
import { until } from "./wait";

/** What the focused control is called: its own label, or the one that stands before it. */
const FOCUSED = `
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const words = (id) => document.getElementById(id)?.textContent ?? "";
  const labelled = at.getAttribute("aria-labelledby")?.split(" ").map(words).join(" ");
  return (labelled || at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent || "").trim();`;

/** Views by the keys that show them. */
const views = { timeline: "1", relations: "2", sources: "4", notes: "5", review: "6" } as const;

export type View = keyof typeof views;

/** Uses the window as a person without a mouse does. Everything is waited for, since the machine may be slow. */
export class Hands {
  constructor(private readonly app: Program) {}

  private get window(): Program["window"] {
    return this.app.window;
  }

  /** Waits until a view stands and nothing is being asked of the core. */
  async standing(view: View): Promise<void> {
    await until(`the view ${view} to stand`, () =>
      this.window.run<boolean>("return document.documentElement.dataset.ready === arguments[0]", view),
    );
  }

  /** Waits until the window stands with whatever view was shown last. */
  async opened(): Promise<void> {
    await until("the window to stand", () => this.window.run<boolean>("return Boolean(document.documentElement.dataset.ready)"));
  }

  /** Shows a view by its key; the focus must not be in a text field. */
  async show(view: View): Promise<void> {
    await this.window.press(views[view]);
    await this.standing(view);
  }

  /** Words of the first element that matches, as they are on screen; absent when there is none. */
  async text(selector: string): Promise<string | undefined> {
    return (await this.texts(selector))[0];
  }

  /** Words of every element that matches. */
  texts(selector: string): Promise<string[]> {
    return this.window.run<string[]>(
      "return [...document.querySelectorAll(arguments[0])].map((one) => (one.innerText ?? one.textContent).trim())",
      selector,
    );
  }

  /** How many elements match. */
  async count(selector: string): Promise<number> {
    return (await this.texts(selector)).length;
  }

  /** Waits until an element that matches has the words. */
  async sees(selector: string, words: string): Promise<void> {
    await until(`${selector} to say “${words}”`, () => this.shows(selector, words));
  }

  /** Waits until no element that matches has the words. */
  async misses(selector: string, words: string): Promise<void> {
    await until(`${selector} to say “${words}” no more`, async () => !(await this.shows(selector, words)));
  }

  private async shows(selector: string, words: string): Promise<boolean> {
    return (await this.texts(selector)).some((text) => text.includes(words));
  }

  /** Name of what has the focus. */
  focused(): Promise<string> {
    return this.window.run<string>(FOCUSED);
  }

  /** Waits until the control of that name has the focus. */
  async focuses(name: string): Promise<void> {
    await until(`the focus to be on “${name}”`, async () => (await this.focused()).startsWith(name));
  }

  /** Goes on with Tab until the control of that name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let step = 0; step < 120; step += 1) {
      if ((await this.focused()).startsWith(name)) return;
      await this.window.press(Key.tab);
    }
    throw new Error(`Tab never came to “${name}”`);
  }

  /** Chooses among a few that stand side by side, by the name of the one chosen now and of the one wanted. */
  async turn(from: string, to: string): Promise<void> {
    await this.tabTo(from);
    for (let step = 0; step < 4; step += 1) {
      if ((await this.focused()).startsWith(to)) return;
      await this.window.press(Key.right);
    }
    throw new Error(`the arrow never came to “${to}”`);
  }

  /** Types into a box that proposes, and takes the proposal once it is the marked one. */
  async choose(name: string, typed: string, proposal: string): Promise<void> {
    await this.tabTo(name);
    await this.window.type(typed);
    await until(`“${proposal}” to be marked among the proposals`, async () =>
      (await this.text("[role=option][data-highlighted]"))?.startsWith(proposal),
    );
    await this.window.press(Key.enter);
    await until("the proposals to go", async () => (await this.count(".float [role=option]")) === 0);
  }

  /** Opens the palette, types, and takes what is marked once that is what is wanted. */
  async command(name: string): Promise<void> {
    await this.window.press(Key.control, "k");
    await until("the palette to take the focus", () =>
      this.window.run<boolean>("return document.activeElement?.matches('.palette-input')"),
    );
    await this.window.type(name);
    await until(`the palette to mark “${name}”`, async () =>
      (await this.text(".palette-list [data-command-item][data-selected]"))?.startsWith(name),
    );
    await this.window.press(Key.enter);
    await until("the palette to close", async () => (await this.count(".palette-input")) === 0);
  }

  /** Waits until no dialog is open. */
  async leavesDialog(): Promise<void> {
    await until("the dialog to close", async () => (await this.count("[role=dialog]")) === 0);
  }
}
