import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bringFocusHome, focusInside, followFocus, forgetPlaces } from "../src/base/focus";

let unfollow: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  // Nothing is laid out here: whatever is in the page counts as seen.
  vi.spyOn(HTMLElement.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  document.body.innerHTML = `
    <main tabindex="-1"><button id="before">New</button><button id="last">Event</button></main>
    <div role="dialog" tabindex="-1"></div>`;
  unfollow = followFocus();
});

afterEach(() => {
  unfollow();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const dialog = () => document.querySelector<HTMLElement>("[role=dialog]")!;

function open(content: string): void {
  dialog().innerHTML = content;
  focusInside(dialog());
}

function close(): void {
  dialog().remove();
  bringFocusHome();
  vi.runAllTimers();
}

const at = () => document.activeElement?.id;

test("what opens begins with its first field, whatever buttons come before it, and has its text chosen", () => {
  open(
    `<button>✕</button><button class="unseen">hidden</button><input id="title" type="text" value="Beijing" /><button data-main>Make</button>`,
  );
  expect(at()).toBe("title");
  expect((document.activeElement as HTMLInputElement).selectionEnd).toBe("Beijing".length);
});

test("without fields it begins with its main act, and before a button with what can be read", () => {
  open(`<button>✕</button><button id="go" data-main>Open</button>`);
  expect(at()).toBe("go");
  open(`<button>✕</button><div id="sheet" tabindex="0"></div>`);
  expect(at()).toBe("sheet");
});

test("the focus comes home to where it was, or to what was before that when it is gone", () => {
  document.getElementById("before")!.focus();
  document.getElementById("last")!.focus();
  open(`<input id="title" />`);
  close();
  expect(at()).toBe("last");
  document.getElementById("last")!.remove();
  bringFocusHome();
  vi.runAllTimers();
  expect(at()).toBe("before");
});

test("it comes home to the view when nothing is left, and nowhere after a press beside everything", () => {
  document.getElementById("last")!.focus();
  document.getElementById("before")!.remove();
  document.getElementById("last")!.remove();
  open(`<input />`);
  close();
  expect(document.activeElement?.tagName).toBe("MAIN");

  document.body.insertAdjacentHTML("beforeend", `<p id="beside"></p>`);
  (document.activeElement as HTMLElement).blur();
  document.getElementById("beside")!.dispatchEvent(new MouseEvent("pointerup", { bubbles: true }));
  bringFocusHome();
  vi.runAllTimers();
  expect(document.activeElement).toBe(document.body);
});

test("it stays in a dialog that is still open", () => {
  document.getElementById("last")!.focus();
  dialog().innerHTML = `<button>✕</button><input id="still" />`;
  bringFocusHome();
  vi.runAllTimers();
  expect(at()).toBe("still");
});

test("who goes to something comes home to the view, not to where the focus was", () => {
  document.getElementById("last")!.focus();
  open(`<input id="title" />`);
  forgetPlaces();
  close();
  expect(document.activeElement?.tagName).toBe("MAIN");
});
