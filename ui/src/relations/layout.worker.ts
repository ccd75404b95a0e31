import { layOut, type LayoutRequest } from "./layout";

/** Lays out apart from the page, so that the window never stalls. Each question carries a turn, and the answer the same. */
self.onmessage = ({ data }: MessageEvent<{ turn: number; request: LayoutRequest }>) => {
  self.postMessage({ turn: data.turn, points: layOut(data.request) });
};
