import { asHostError, host, type ImportProgressView, type ImportRequest, type TakenView } from "../../api";
import { toasts } from "../../base/toasts.svelte";
import { m } from "../../paraglide/messages";
import { attempt, commands, present, session } from "../../state";
import { countedNouns } from "../../state/counted";

/** How often it is asked how far an import has come, in ms. */
const step = 250;
/** Seconds before the pace says anything about what is left. */
const settling = 1;

/** What came of a file, for the report. */
export interface Report {
  file: string;
  taken: TakenView;
}

/** The file that is coming in: how far it is, and afterwards what came of it. The window stays usable. */
export class ImportRun {
  /** Its name; nothing while none comes in. */
  file = $state<string | null>(null);
  progress = $state.raw<ImportProgressView | null>(null);
  reports = $state.raw<Report[]>([]);
  #stopped = false;

  get running(): boolean {
    return this.file !== null;
  }

  /** Things a second. */
  get rate(): number | undefined {
    const { things, seconds } = this.progress ?? { things: 0, seconds: 0 };
    return seconds < settling ? undefined : things / seconds;
  }

  /** By how much of the file is read; a file that is read before its things are taken in tells nothing. */
  get secondsLeft(): number | undefined {
    const { bytes, of_bytes: total, seconds } = this.progress ?? { bytes: 0, of_bytes: 0, seconds: 0 };
    return bytes === 0 || bytes >= total || seconds < settling ? undefined : (seconds / bytes) * (total - bytes);
  }

  cancel(): void {
    this.#stopped = true;
    void attempt(() => host.cancelImport());
  }

  dismiss(): void {
    this.reports = [];
  }

  /** Takes a file in; answers whether more may follow it. */
  async take(request: ImportRequest, file: string, isDossier: boolean): Promise<boolean> {
    if (this.running) return false;
    [this.file, this.progress, this.#stopped] = [file, null, false];
    const timer = setInterval(() => void this.#ask(), step);
    try {
      const { taken, change } = await session.import(request);
      this.#tell(file, change.touched);
      if (!isDossier) this.reports = [...this.reports, { file, taken }];
    } catch (error) {
      if (this.#stopped && asHostError(error).code === "cancelled") toasts.say(m.import_cancelled({ file }));
      else present(error);
    } finally {
      clearInterval(timer);
      this.file = null;
    }
    return !this.#stopped;
  }

  async #ask(): Promise<void> {
    try {
      const { progress } = await host.importProgress();
      if (this.running && progress) this.progress = progress;
    } catch {
      // The import itself says what goes wrong; a count that does not come is waited for.
    }
  }

  #tell(file: string, touched: readonly string[]): void {
    const items = countedNouns(touched);
    if (items === "") toasts.say(m.dossier_imported_nothing({ file }));
    else toasts.say(m.dossier_imported({ file, items }), { label: m.action_undo(), run: () => commands.run("edit.undo") });
  }
}
