import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from "@tanstack/virtual-core";

/** The rows of a long list that are on screen: TanStack's virtualiser with its answers as rune state. */
export class VirtualRows {
  items = $state.raw<VirtualItem[]>([]);
  height = $state(0);
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  /** `rowHeight` is the height of all rows, or of each by its place; call `measure` when those change. */
  constructor(
    element: HTMLElement,
    count: number,
    readonly rowHeight: number | ((index: number) => number),
    paddingStart = 0,
  ) {
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      count,
      getScrollElement: () => element,
      estimateSize: typeof rowHeight === "number" ? () => rowHeight : rowHeight,
      overscan: 8,
      useAnimationFrameWithResizeObserver: true,
      scrollPaddingStart: paddingStart,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#read(),
    });
    this.#read();
  }

  /** Starts watching the element; the answer is an effect's cleanup. */
  watch(): () => void {
    const stop = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    this.#read();
    return stop;
  }

  setCount(count: number): void {
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count });
    this.#virtualizer._willUpdate();
    this.#read();
  }

  measure(): void {
    this.#virtualizer.measure();
    this.#read();
  }

  show(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: "auto" });
    this.#read();
  }

  #read(): void {
    this.items = this.#virtualizer.getVirtualItems();
    this.height = this.#virtualizer.getTotalSize();
  }
}
