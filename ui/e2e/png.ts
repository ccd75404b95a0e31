import { inflateSync } from "node:zlib";

/** The pixels of a picture, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** Reads a PNG as engines write their screenshots: eight bits a channel, with or without opacity, not interlaced. */
export function pixelsOf(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(({ type }) => type === "IHDR")!.data;
  const [width, height, depth, colour, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0) throw new Error(`a PNG of depth ${depth} and colour ${colour}`);
  const channels = colour === 6 ? 4 : 3;
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  return { width, height, bytes: opaque(unfiltered(rows, width * channels, height, channels), width * height, channels) };
}

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Undoes the filters of the rows (https://www.w3.org/TR/png-3/#9Filters). */
function unfiltered(rows: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const bytes = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const [from, to] = [row * (rowBytes + 1), row * rowBytes];
    const filter = rows[from];
    for (let at = 0; at < rowBytes; at += 1) {
      const left = at < step ? 0 : bytes[to + at - step]!;
      const above = row === 0 ? 0 : bytes[to + at - rowBytes]!;
      const corner = row === 0 || at < step ? 0 : bytes[to + at - rowBytes - step]!;
      bytes[to + at] = rows[from + 1 + at]! + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

function opaque(bytes: Uint8Array, count: number, channels: number): Uint8Array {
  if (channels === 4) return bytes;
  const out = new Uint8Array(count * 4).fill(255);
  for (let at = 0; at < count; at += 1) out.set(bytes.subarray(at * 3, at * 3 + 3), at * 4);
  return out;
}
