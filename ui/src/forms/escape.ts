import { matches } from "../base/keys";

/** Svelte action: Esc inside the element leaves what it is about. A list that is open over it closes first; half-composed text is kept. */
export function escape(element: HTMLElement, leave: () => void): { destroy(): void } {
  const press = (event: KeyboardEvent) => {
    const listOpen = event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true";
    if (!matches("escape", event) || event.defaultPrevented || listOpen) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  element.addEventListener("keydown", press);
  return { destroy: () => element.removeEventListener("keydown", press) };
}
