import { flagUrl } from "../base/flags";

/** Flags as pictures a canvas can draw; each is loaded once and made at the size it is wanted in. */
export class FlagImages {
  readonly #images = new Map<string, HTMLImageElement | null>();

  /** `onload` is called when a flag has arrived and the picture should be painted again. */
  constructor(private readonly onload: () => void) {}

  /** The flag, or nothing while it is under way or where there is none. */
  get(code: string): HTMLImageElement | undefined {
    const known = this.#images.get(code);
    if (known !== undefined) return known?.complete && known.naturalWidth > 0 ? known : undefined;
    const url = flagUrl(code);
    if (url === undefined) {
      this.#images.set(code, null);
      return undefined;
    }
    const image = new Image(160, 120);
    image.onload = () => this.onload();
    image.src = url;
    this.#images.set(code, image);
    return undefined;
  }
}
