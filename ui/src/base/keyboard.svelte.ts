/** What each place of the keyboard types without shift, by `KeyboardEvent.code`. */
export type Layout = ReadonlyMap<string, string>;

interface LayoutSource {
  getLayoutMap(): Promise<Layout>;
}

/** The keyboard as the system tells it; only some engines do. */
class Keyboard {
  layout = $state.raw<Layout | undefined>();

  /** Asks for the layout now, and again whenever the window comes to the front, since it may have been changed meanwhile. */
  follow(source = (navigator as Navigator & { keyboard?: LayoutSource }).keyboard): void {
    if (!source) return;
    const ask = () =>
      source.getLayoutMap().then(
        (layout) => (this.layout = layout),
        // The engine may refuse; the letters are shown as they are then.
        () => undefined,
      );
    void ask();
    addEventListener("focus", () => void ask());
  }
}

export const keyboard = new Keyboard();
