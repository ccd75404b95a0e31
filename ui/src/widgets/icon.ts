/** An icon component of the one icon set; import each by its own path, never the whole set. */
export type Icon = typeof import("@lucide/svelte/icons/x").default;
