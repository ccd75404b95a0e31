/** Svelte action: the first field inside the element takes the focus, its text chosen, where that is wanted. */
export function focusFirst(element: HTMLElement, wanted = true): void {
  if (!wanted) return;
  // The control is in the page, and a dialog has taken the focus, only after this turn.
  requestAnimationFrame(() => {
    const control = element.querySelector<HTMLElement>("input, textarea, button");
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === "text") control.select();
  });
}
