import { openItems, views } from "../state";

/** Which source is being read, and which of its cited passages is lit up. */
class Passage {
  /** Reference of a citation. */
  citation = $state<string | null>(null);
  /** The citation that is still to be brought into view. */
  wanted = $state<string | null>(null);

  get source(): string | null {
    return openItems.source;
  }

  set source(reference: string | null) {
    openItems.source = reference;
  }

  /** Shows a source, at a cited passage when one is named. */
  open(source: string, citation: string | null = null): void {
    this.source = source;
    this.citation = this.wanted = citation;
    views.show("sources");
  }
}

export const passage = new Passage();
