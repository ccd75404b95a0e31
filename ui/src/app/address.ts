import { language } from "../base/language.svelte";
import { theme } from "../base/theme.svelte";
import { isViewName, views } from "../state";

/** Goes where the address says: `#view=relations&theme=dark&lang=ko`. Used to take pictures and to test. */
export function followAddress(hash: string): void {
  const wanted = new URLSearchParams(hash.replace(/^#/, ""));
  const [view, mode, lang] = [wanted.get("view"), wanted.get("theme"), wanted.get("lang")];
  if (isViewName(view)) views.show(view);
  if (mode === "light" || mode === "dark" || mode === "system") theme.choose(mode);
  const known = language.choices.find(({ locale }) => locale === lang);
  if (known) language.choose(known.locale);
}
