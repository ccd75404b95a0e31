import { drawEdges, type EdgeLayer } from "./edge-layer";

/** Draws many edges apart from the page. Each layer carries a turn, and the picture the same. */
self.onmessage = ({ data }: MessageEvent<{ turn: number; layer: EdgeLayer }>) => {
  const { width, height, ratio } = data.layer;
  const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
  const context = canvas.getContext("2d");
  if (!context) return;
  drawEdges(context, data.layer);
  const picture = canvas.transferToImageBitmap();
  self.postMessage({ turn: data.turn, picture }, { transfer: [picture] });
};
