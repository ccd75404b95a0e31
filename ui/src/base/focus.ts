/** Where the focus stands, where it begins in what opens, and where it goes when what held it is gone. */

/** What floats above the window for a moment: the focus comes home from it. */
const floats = "[role=dialog], [role=menu], [role=listbox], .float, .toast";
const fields = "input, textarea, select, [contenteditable=true], [aria-haspopup=listbox]";
const focusables = `${fields}, button, a[href], [tabindex]`;
/** Places remembered; beyond these one comes home to the view. */
const kept = 12;

/** Where the focus was outside of floats, the last place last; the body stands for *nowhere*. */
let places: HTMLElement[] = [];

const isThere = (one: HTMLElement) =>
  one.isConnected && !one.matches(":disabled") && (one === document.body || one.getClientRects().length > 0);

function note(place: HTMLElement): void {
  if (!place.closest(floats)) places = [...places.filter((one) => one !== place && one.isConnected), place].slice(-kept);
}

/** Follows the focus through the page; the answer ends it. */
export function followFocus(): () => void {
  const enter = ({ target }: Event) => target instanceof HTMLElement && note(target);
  // Some engines give a pressed button no focus, and yet it is where one was; beside everything there is no place to come home to.
  const press = ({ target }: Event) =>
    target instanceof Element && !target.closest(floats) && note(target.closest<HTMLElement>(focusables) ?? document.body);
  document.addEventListener("focusin", enter, true);
  document.addEventListener("pointerup", press, true);
  return () => {
    document.removeEventListener("focusin", enter, true);
    document.removeEventListener("pointerup", press, true);
  };
}

/** Forgets where the focus was: who goes to something does not come back from it, but comes home to the view. */
export function forgetPlaces(): void {
  places = [];
}

/** Frames that what floats may take to go. */
const patience = 20;

/** Brings the focus back to where it was before something floated above the window or went away, else to the view. */
export function bringFocusHome(frames = patience): void {
  // What closes is still in the page in this turn, and what comes in its place is not yet.
  requestAnimationFrame(() => {
    const at = document.activeElement;
    const above = [...document.querySelectorAll<HTMLElement>("[role=dialog]")].at(-1);
    if (above && frames > 0) bringFocusHome(frames - 1);
    else if (above) {
      if (!above.contains(at)) focusInside(above);
    } else if (at === null || at === document.body) {
      const home = places.findLast(isThere) ?? document.querySelector<HTMLElement>("main");
      if (home !== document.body) home?.focus({ preventScroll: true });
    }
  });
}

const isOpen = (one: HTMLElement) => one.tabIndex >= 0 && !one.matches(":disabled, .unseen");

/** The first field of an element takes the focus, its text chosen; without fields its main act, what can be read, or the element itself. */
export function focusInside(element: HTMLElement): void {
  const first = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)].find(isOpen);
  const control = first(fields) ?? first("[data-main]") ?? first("[tabindex='0']") ?? first("button") ?? element;
  control.focus();
  if (control instanceof HTMLInputElement && control.type === "text") control.select();
}

/** Svelte action: the first field inside the element takes the focus, where that is wanted. */
export function focusFirst(element: HTMLElement, wanted = true): void {
  // The field is in the page, and a dialog has taken the focus, only after this turn.
  if (wanted) requestAnimationFrame(() => focusInside(element));
}
