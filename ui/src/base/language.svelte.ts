import { locales, overwriteGetLocale, overwriteSetLocale, type Locale } from "../paraglide/runtime";
import { isOneOf, recall, remember } from "./memory";

/** Endonyms: a language is offered in its own name. */
const endonyms: Record<Locale, string> = { en: "English", ko: "한국어" };

/** Locale for dates, numbers and sorting: plain "en" would put the month first. */
const formats: Record<Locale, string> = { en: "en-GB", ko: "ko-KR" };

/** The language of the interface. Messages read it through Paraglide, so a change re-renders every string at once. */
class Language {
  current = $state<Locale>("en");

  /** BCP 47 tag for `Intl`. */
  get format(): string {
    return formats[this.current];
  }

  get choices(): { locale: Locale; name: string }[] {
    return locales.map((locale) => ({ locale, name: endonyms[locale] }));
  }

  /** Takes the remembered language, else the system's when we have it. Called once, before the page is mounted. */
  start(): void {
    overwriteGetLocale(() => this.current);
    overwriteSetLocale((locale) => this.choose(locale));
    const system = locales.find((locale) => navigator.language.toLowerCase().startsWith(locale));
    this.current = recall("language", system ?? "en", isOneOf<Locale>(...locales));
    this.#apply();
  }

  choose(locale: Locale): void {
    this.current = locale;
    remember("language", locale);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.lang = this.current;
  }
}

export const language = new Language();
