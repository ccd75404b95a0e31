import { host, type FilePlace } from "../api";
import type { Session } from "./session.svelte";

/** How often the core is asked where the file is, in ms. */
const pause = 3000;

/** Whether the file of the open dossier is where it was: people and sync clients move, replace and delete files that are open. */
export class FileWatch {
  place = $state<FilePlace>("here");
  /** Where the file lies, the whole path. */
  path = $state("");

  /** `moved` is told the new path of a file that was moved; the core has followed it. */
  constructor(
    private readonly session: Session,
    private readonly moved: (path: string) => void,
  ) {}

  /** Looks now and again from now on. Answers the way out. */
  start(): () => void {
    const look = () => void this.look();
    look();
    const timer = setInterval(look, pause);
    window.addEventListener("focus", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
    };
  }

  /** Looks once. What another program wrote, and a file that is elsewhere or back, are taken up. */
  async look(): Promise<void> {
    const before = this.session.dossier?.id;
    if (before === undefined) return;
    try {
      const { file, path, revision } = await host.whereabouts();
      if (before !== this.session.dossier?.id) return;
      const isMoved = this.path !== "" && path !== this.path;
      const isBack = file === "here" && this.place !== "here";
      this.place = file;
      this.path = path;
      if (isMoved) this.moved(path);
      if (isMoved || isBack || (revision !== null && revision > this.session.revision)) await this.session.start();
    } catch {
      // Where the file cannot even be looked for, the next act says why.
    }
  }

  /** Another dossier is open. */
  reset(): void {
    this.place = "here";
    this.path = "";
  }
}
