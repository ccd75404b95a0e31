/** Heights inside the picture: each lane has tracks for nodes, then ribbons of ties, then the counts at its foot. */

export interface LaneBand {
  top: number;
  height: number;
  /** Heights of the tracks, the one on the rail first, then outwards. */
  tracks: readonly number[];
  /** Height of the first ribbon; the others follow every `ribbonPitch`. */
  ribbons: number;
  /** Where the columns of counts stand. */
  foot: number;
}

export interface LaneBands {
  bands: readonly LaneBand[];
  height: number;
  /** Tracks of every lane. */
  depth: number;
}

export const trackPitch = 18;
export const ribbonPitch = 5;
export const ribbonsShown = 4;
export const footHeight = 12;
const lowest = 56;
const tallest = 190;

/** Bands for `count` lanes in a room of a height; taller than the room when the lanes would get too low to read. */
export function laneBands(count: number, room: number, withTies: boolean): LaneBands {
  if (count === 0) return { bands: [], height: room, depth: 1 };
  const height = Math.floor(Math.min(tallest, Math.max(lowest, room / count)));
  const under = (withTies ? ribbonsShown * ribbonPitch + 2 : 0) + 4;
  const inner = height - under - 6;
  const depth = Math.max(1, Math.min(6, Math.floor(inner / trackPitch)));
  const bands = Array.from({ length: count }, (_, place) => band(place * height, height, inner, depth, under));
  return { bands, height: count * height, depth };
}

function band(top: number, height: number, inner: number, depth: number, under: number): LaneBand {
  const middle = Math.round(top + 6 + inner / 2);
  // An even number of tracks has the rail above the middle.
  const rail = depth % 2 === 0 ? middle - trackPitch / 2 : middle;
  const outwards = Array.from({ length: depth }, (_, place) => rail + Math.ceil(place / 2) * (place % 2 === 1 ? 1 : -1) * trackPitch);
  return { top, height, tracks: outwards, ribbons: top + height - under + 1, foot: top + height - 2 };
}
