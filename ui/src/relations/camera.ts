import type { Point } from "./layout";

/** What part of the plane is on screen: the point in the middle, pixels per unit across, and how much more of them go down. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
  stretch: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Room kept around the outermost countries for their flags and names, in px. */
const margin = { x: 64, top: 40, bottom: 84 };
const least = 0.05;
const most = 12;
/** A handful of countries is not blown up to fill a wide screen. */
const mostToFit = 3.2;

/** A picture is widened or heightened to the shape of the room within these bounds, so that neighbours stay neighbours. */
const stretches = { least: 0.6, most: 2 };

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Shows all points in the middle of the room. */
export function fitted(points: readonly Point[], { width, height }: Size): Camera {
  if (points.length === 0) return { x: 0, y: 0, scale: 1, stretch: 1 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = Math.max(40, width - 2 * Math.min(margin.x, width / 8)) / Math.max(1, right - left);
  const down = Math.max(40, height - margin.top - margin.bottom) / Math.max(1, bottom - top);
  const stretch = between(down / across, stretches.least, stretches.most);
  const scale = between(Math.min(across, down / stretch, mostToFit), least, most);
  // The names and the legend hang below, so the middle is a little higher than the middle of the room.
  return { x: (left + right) / 2, y: (top + bottom) / 2 + (margin.bottom - margin.top) / 2 / (scale * stretch), scale, stretch };
}

export function toScreen(camera: Camera, { width, height }: Size, { x, y }: Point): Point {
  return { x: width / 2 + (x - camera.x) * camera.scale, y: height / 2 + (y - camera.y) * camera.scale * camera.stretch };
}

/** Scales about a point of the screen, which stays where it is. */
export function zoomed(camera: Camera, { width, height }: Size, at: Point, factor: number): Camera {
  const scale = between(camera.scale * factor, least, most);
  const shift = 1 / camera.scale - 1 / scale;
  return { ...camera, scale, x: camera.x + (at.x - width / 2) * shift, y: camera.y + ((at.y - height / 2) * shift) / camera.stretch };
}

export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / (camera.scale * camera.stretch),
});
