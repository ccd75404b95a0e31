import type { Ink } from "../base/ink";
import { flag, type FrameStatus } from "./frame";
import type { KindLook } from "./source";

/** Shapes say the class of an act without colour: round for talk, square for deeds together, pointed for conflict; a bubble for words. */
export type Shape = "circle" | "bubble" | "square" | "triangle" | "diamond";

export function shapeOf(kind: KindLook | undefined, isStatement: boolean): Shape {
  if (isStatement || kind?.words) return "bubble";
  switch (kind?.quad) {
    case 2:
      return "square";
    case 3:
      return "triangle";
    case 4:
      return "diamond";
    default:
      return "circle";
  }
}

export interface GlyphLook {
  shape: Shape;
  colour: string;
  status: FrameStatus;
  flags: number;
  radius: number;
}

/** Draws the outline of a shape around 0, 0. All shapes of a radius look equally big. */
function trace(context: CanvasRenderingContext2D, shape: Shape, r: number): void {
  context.beginPath();
  switch (shape) {
    case "circle":
      return void context.arc(0, 0, r, 0, 2 * Math.PI);
    case "square":
      return void context.roundRect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8, 1.5);
    case "triangle":
      return polygon(context, [
        [0, -r * 1.1],
        [r * 1.12, r * 0.85],
        [-r * 1.12, r * 0.85],
      ]);
    case "diamond":
      return polygon(context, [
        [0, -r * 1.2],
        [r * 1.2, 0],
        [0, r * 1.2],
        [-r * 1.2, 0],
      ]);
    case "bubble":
      context.arc(0, 0, r, Math.PI * 0.78, Math.PI * 2.58);
      context.lineTo(-r * 1.05, r * 1.2);
      context.closePath();
  }
}

function polygon(context: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], place) => (place === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
}

/** Room around a glyph for its halo and badges, in pixels from its centre. */
export const glyphReach = 11;

/** Nodes drawn once per look and then copied: drawing paths by the thousand is what is slow. */
export class Glyphs {
  readonly #known = new Map<string, HTMLCanvasElement>();

  constructor(
    readonly ink: Ink,
    readonly ratio: number,
  ) {}

  draw(context: CanvasRenderingContext2D, look: GlyphLook, x: number, y: number): void {
    const radius = Math.round(look.radius * 2) / 2;
    const key = `${look.shape}${look.colour}${look.status}${look.flags & (flag.contested | flag.overdue)}/${radius}`;
    let image = this.#known.get(key);
    if (!image) {
      image = this.#made({ ...look, radius });
      this.#known.set(key, image);
    }
    context.drawImage(image, x - glyphReach, y - glyphReach, 2 * glyphReach, 2 * glyphReach);
  }

  #made(look: GlyphLook): HTMLCanvasElement {
    const image = document.createElement("canvas");
    image.width = image.height = Math.ceil(2 * glyphReach * this.ratio);
    const context = image.getContext("2d");
    if (!context) return image;
    context.scale(image.width / (2 * glyphReach), image.height / (2 * glyphReach));
    context.translate(glyphReach, glyphReach);
    context.lineJoin = "round";
    paintGlyph(context, look, this.ink);
    return image;
  }
}

/** What occurred is full, what is planned hollow, what fell away struck; a rumour is dashed. */
function paintGlyph(context: CanvasRenderingContext2D, look: GlyphLook, ink: Ink): void {
  const { shape, colour, radius, status } = look;
  context.strokeStyle = context.fillStyle = ink.paper;
  context.lineWidth = 4;
  trace(context, shape, radius);
  context.stroke();
  context.fill();
  const hollow = status !== "occurred";
  trace(context, shape, hollow ? radius - 0.8 : radius);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 1.6;
  if (status === "rumoured") context.setLineDash([1.6, 2]);
  if (hollow) context.stroke();
  else context.fill();
  context.setLineDash([]);
  if (status === "scheduled") dot(context, 0, 0, radius * 0.38);
  if (status === "cancelled" || status === "denied") strike(context, radius);
  if (status === "postponed") arrow(context, radius);
  if (look.flags & flag.contested) notch(context, radius, colour, ink);
  if (look.flags & flag.overdue) badge(context, radius, ink);
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fill();
}

function line(context: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  context.beginPath();
  points.forEach(([x, y], place) => (place === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}

const strike = (context: CanvasRenderingContext2D, r: number) =>
  line(context, [
    [-r * 1.35, r * 1.35],
    [r * 1.35, -r * 1.35],
  ]);

function arrow(context: CanvasRenderingContext2D, r: number): void {
  context.lineWidth = 1.2;
  line(context, [
    [-r * 0.5, 0],
    [r * 0.45, 0],
  ]);
  line(context, [
    [r * 0.1, -r * 0.35],
    [r * 0.45, 0],
    [r * 0.1, r * 0.35],
  ]);
}

/** A bite out of the right side. */
function notch(context: CanvasRenderingContext2D, r: number, colour: string, ink: Ink): void {
  context.fillStyle = ink.paper;
  context.beginPath();
  polygon(context, [
    [r * 1.5, -r * 0.85],
    [r * 0.05, 0],
    [r * 1.5, r * 0.85],
  ]);
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  line(context, [
    [r * 0.85, -r * 0.5],
    [r * 0.05, 0],
    [r * 0.85, r * 0.5],
  ]);
}

function badge(context: CanvasRenderingContext2D, r: number, ink: Ink): void {
  context.fillStyle = ink.paper;
  dot(context, r * 0.95, -r * 0.95, 3.6);
  context.fillStyle = ink["tone-neg-3"];
  dot(context, r * 0.95, -r * 0.95, 2.4);
}
