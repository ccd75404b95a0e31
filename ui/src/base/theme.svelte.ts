import { isOneOf, recall, remember } from "./memory";

export type ThemeChoice = "light" | "dark" | "system";
export type ThemeName = "light" | "dark";

/** The colour theme: what the user chose, and what that comes to on this machine now. */
class Theme {
  choice = $state<ThemeChoice>("system");
  #systemDark = $state(false);

  /** The theme in force; reading it in an effect repaints a canvas when it changes. */
  get current(): ThemeName {
    if (this.choice !== "system") return this.choice;
    return this.#systemDark ? "dark" : "light";
  }

  /** Reads the remembered choice and follows the system. Called once, before the page is mounted. */
  start(): void {
    this.choice = recall("theme", "system", isOneOf<ThemeChoice>("light", "dark", "system"));
    const query = window.matchMedia?.("(prefers-color-scheme: dark)");
    if (query) {
      this.#systemDark = query.matches;
      query.addEventListener("change", (event) => {
        this.#systemDark = event.matches;
        this.#apply();
      });
    }
    this.#apply();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    remember("theme", choice);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.dataset.theme = this.current;
  }
}

export const theme = new Theme();
