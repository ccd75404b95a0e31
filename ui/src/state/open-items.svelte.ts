/** What stands open in the views that show one item at a time, by its reference. */
export class OpenItems {
  source = $state<string | null>(null);
  note = $state<string | null>(null);

  reset(source: string | null, note: string | null): void {
    this.source = source;
    this.note = note;
  }
}
