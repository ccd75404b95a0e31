import { flagUrl } from "../base/flags";

/**
 * Flags as pictures a canvas can draw. Each is loaded once, and drawn once in each size with its corners cut:
 * an SVG drawn anew in every frame is what would cost.
 */
export class FlagImages {
  readonly #images = new Map<string, HTMLImageElement | null>();
  readonly #drawn = new Map<string, HTMLCanvasElement>();
  #loading = 0;

  /** `onload` is called when a flag has arrived, or will not, and the picture should be painted again. */
  constructor(private readonly onload: () => void) {}

  get areLoading(): boolean {
    return this.#loading > 0;
  }

  /** The flag in a size (CSS px, and device px for each), or nothing while it is under way or where there is none. */
  get(code: string, width: number, height: number, ratio: number): HTMLCanvasElement | undefined {
    const key = `${code} ${width} ${ratio}`;
    const drawn = this.#drawn.get(key);
    if (drawn) return drawn;
    const image = this.#image(code);
    if (!image) return undefined;
    const made = cut(image, width * ratio, height * ratio, radiusOf(width) * ratio);
    this.#drawn.set(key, made);
    return made;
  }

  #image(code: string): HTMLImageElement | undefined {
    const known = this.#images.get(code);
    if (known !== undefined) return known?.complete && known.naturalWidth > 0 ? known : undefined;
    const url = flagUrl(code);
    if (url === undefined) {
      this.#images.set(code, null);
      return undefined;
    }
    const image = new Image(160, 120);
    this.#loading += 1;
    image.onload = image.onerror = () => {
      this.#loading -= 1;
      this.onload();
    };
    image.src = url;
    this.#images.set(code, image);
    return undefined;
  }
}

/** Corners of a flag, in px. */
export const radiusOf = (width: number): number => Math.min(3, width / 8);

function cut(image: HTMLImageElement, width: number, height: number, radius: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.ceil(width), height: Math.ceil(height) });
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.beginPath();
  context.roundRect(0, 0, canvas.width, canvas.height, radius);
  context.clip();
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
