import { session, views } from "../state";

/** Which source is being reviewed. */
class Reviewing {
  /** Null for the first with open drafts. */
  source = $state<string | null>(null);

  constructor() {
    session.opened.add(() => (this.source = null));
  }

  /** Shows the drafts of a source. */
  open(source: string | null): void {
    this.source = source;
    views.show("review");
  }
}

export const reviewing = new Reviewing();
