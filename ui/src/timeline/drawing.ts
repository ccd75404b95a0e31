import { inkOf } from "../base/ink";
import { language } from "../base/language.svelte";
import { numberText } from "../base/numbers";
import { theme } from "../base/theme.svelte";
import { axisSpace, type AxisSpace } from "./paint-axis";
import { isInside, Picture, pictureView } from "./picture";
import { composeScene, type Scene, type SceneParts } from "./scene";
import { awaitTypefaces, canvasRuler } from "./text";
import { endOf, xOf, type View } from "./view";

/** A drawing slower than this is not repeated at every step of a zoom; the last one is stretched in between. */
const quickMs = 14;

/** A text on the axis, at a second. */
export interface AxisFlag {
  second: number;
  text: string;
}

/** What a scene is composed of, but for what the drawing knows itself. */
export type Content = Omit<SceneParts, "view" | "visible" | "countText" | "ruler" | "ink">;

/** The braid on its canvases, in the ink and the language of the moment, and the elements that move with it. */
export class Drawing {
  readonly #picture: Picture;
  readonly #ruler = canvasRuler();

  constructor(
    lanes: HTMLCanvasElement,
    axis: HTMLCanvasElement,
    readonly layers: readonly HTMLElement[],
  ) {
    this.#picture = new Picture(lanes, axis);
  }

  /** Tells once the typefaces are there, in which texts have other widths. */
  awaitTypefaces(then: () => void): () => void {
    return awaitTypefaces(inkOf(theme.current).sans, () => {
      this.#ruler.clear();
      then();
    });
  }

  /** Whether the picture cannot be moved or stretched to show the view. */
  isOutside(view: View): boolean {
    const drawn = this.#picture.view;
    if (!drawn) return true;
    return drawn.secondsPerPx === view.secondsPerPx ? !isInside(drawn, view) : this.#picture.cost < quickMs;
  }

  /** Draws it around the view, with what is marked on the axis beside its steps; answers what has been drawn. */
  draw(content: Content, view: View, flags: readonly AxisFlag[]): Scene {
    const ink = inkOf(theme.current);
    const drawn = pictureView(view);
    const from = xOf(drawn, view.start);
    const visible: [number, number] = [from, from + view.width];
    const scene = composeScene({ ...content, view: drawn, visible, countText: numberText, ruler: this.#ruler, ink });
    this.#picture.view = drawn;
    this.#picture.draw(scene, ink, language.format, this.#space(drawn, view, flags));
    return scene;
  }

  /** Moves what is drawn to where the view has it. */
  move(view: View): void {
    const transform = this.#picture.transform(view);
    for (const layer of this.layers) layer.style.transform = transform;
  }

  drawAxis(view: View, flags: readonly AxisFlag[]): void {
    const drawn = this.#picture.view;
    if (drawn) this.#picture.drawAxis(inkOf(theme.current), language.format, this.#space(drawn, view, flags));
  }

  #space(drawn: View, view: View, flags: readonly AxisFlag[]): AxisSpace {
    const font = `600 11px ${inkOf(theme.current).sans}`;
    const places = flags.map(({ second, text }) => ({ x: xOf(drawn, second), width: this.#ruler.width(text, font) }));
    return axisSpace([xOf(drawn, view.start), xOf(drawn, endOf(view))], places);
  }
}
