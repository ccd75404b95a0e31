import { invoke } from "@tauri-apps/api/core";

/** Scales the page in its window. Where there is no window around the page, as in the gallery, nothing happens. */
export function scalePage(factor: number): void {
  if ("__TAURI_INTERNALS__" in window) void invoke("plugin:webview|set_webview_zoom", { value: factor });
}
