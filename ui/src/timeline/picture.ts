import { screenPixels } from "../base/zoom.svelte";
import type { Ink } from "../base/ink";
import { Glyphs } from "./glyphs";
import { axisHeight, paintAxis, type AxisSpace } from "./paint-axis";
import { paintScene } from "./paint";
import type { Scene } from "./scene";
import { panned, secondAt, xOf, type View } from "./view";

/** Screens of picture kept on either side of what is visible. */
const padScreens = 0.5;
/** Browsers refuse canvases much larger; beyond this the picture is drawn less finely. */
const mostPixels = 32_000_000;

/** The picture's view for what is on screen: wider, so that a drag only moves it. */
export function pictureView(view: View): View {
  const pad = Math.round(view.width * padScreens);
  return { ...panned(view, pad), width: view.width + 2 * pad };
}

/** Whether all that is on screen is in the picture, at the picture's scale. */
export function isInside(picture: View, view: View): boolean {
  return (
    picture.secondsPerPx === view.secondsPerPx && xOf(picture, view.start) >= 0 && xOf(picture, secondAt(view, view.width)) <= picture.width
  );
}

/** The two canvases a scene is drawn on, and how they are moved between drawings. */
export class Picture {
  view: View | undefined;
  /** How long the last drawing took, in milliseconds. */
  cost = 0;
  #glyphs: Glyphs | undefined;

  constructor(
    readonly lanes: HTMLCanvasElement,
    readonly axis: HTMLCanvasElement,
  ) {}

  draw(scene: Scene, ink: Ink, locale: string, space: AxisSpace): void {
    const began = performance.now();
    const wanted = screenPixels();
    const ratio = Math.min(wanted, Math.sqrt(mostPixels / Math.max(1, scene.view.width * scene.lanes.height)));
    if (this.#glyphs?.ink !== ink || this.#glyphs.ratio !== ratio) this.#glyphs = new Glyphs(ink, ratio);
    const lanes = sized(this.lanes, scene.view.width, scene.lanes.height, ratio);
    if (lanes) paintScene(lanes, scene, ink, this.#glyphs, locale);
    this.view = scene.view;
    this.drawAxis(ink, locale, space);
    this.cost = performance.now() - began;
  }

  drawAxis(ink: Ink, locale: string, space: AxisSpace): void {
    if (!this.view || !this.#glyphs) return;
    const axis = sized(this.axis, this.view.width, axisHeight, this.#glyphs.ratio);
    if (axis) paintAxis(axis, this.view, ink, locale, space);
  }

  /** The CSS transform that shows the picture as the view wants it; stretched while a zoom has not been drawn yet. */
  transform(view: View): string {
    if (!this.view) return "none";
    const left = (this.view.start - view.start) / view.secondsPerPx;
    const scale = this.view.secondsPerPx / view.secondsPerPx;
    return scale === 1 ? `translate3d(${left}px, 0, 0)` : `translate3d(${left}px, 0, 0) scaleX(${scale})`;
  }
}

/** The canvas's context in CSS pixels, the canvas made as large as wanted. */
function sized(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): CanvasRenderingContext2D | null {
  const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext("2d");
  context?.setTransform(w / width, 0, 0, h / height, 0, 0);
  return context;
}
