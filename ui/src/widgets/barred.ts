import { toasts } from "../base/toasts.svelte";

/** The properties of a button that cannot be pressed now: it stays within reach of every key and tool, and says why instead of doing anything. */
export const barred = (why: string) => ({ "aria-disabled": true, title: why, onclick: () => void toasts.say(why) }) as const;
