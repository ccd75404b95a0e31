/** Where the timeline gets what it shows. Filters are the source's business: `version` changes when they, or the record, do. */
export interface FrameSource {
  /** The bytes of a frame (see `frame.ts`). A request that was aborted may reject with anything. */
  frame(request: FrameRequest, signal: AbortSignal): Promise<ArrayBuffer>;
  /** Words for marks, in any order; ids that are gone are left out. */
  describe(ids: readonly string[], signal: AbortSignal): Promise<Described[]>;
  /** Words for standing ties. */
  ties(ids: readonly string[], signal: AbortSignal): Promise<TieWords[]>;
  /** How the record spreads over time; nothing when no event has a date. */
  density(buckets: number, signal: AbortSignal): Promise<Strip | undefined>;
  /** A stretch of the same events in order of time, undated ones last. */
  list(first: number, count: number, signal: AbortSignal): Promise<{ rows: Described[]; total: number }>;
}

/** Times in seconds since 1970. */
export interface FrameRequest {
  start: number;
  end: number;
  widthPx: number;
  /** Keys of the lanes shown, from the top. */
  lanes: readonly number[];
  /** Marks a lane can show one above the other. */
  depth: number;
  /** Id of the selected event: it is drawn, however crowded its place. */
  chosen: string | undefined;
}

export interface Lane {
  key: number;
  /** ISO 3166 code, for the flag. */
  code: string;
  name: string;
}

/** How a kind of event looks, by its number in a frame. */
export interface KindLook {
  id: string;
  label: string;
  /** 1 verbal cooperation … 4 material conflict. */
  quad: 1 | 2 | 3 | 4;
  /** The act is words. */
  words: boolean;
  icon: string;
}

/** An event in words. */
export interface Described {
  id: string;
  title: string;
  /** Its date in words; nothing when it has none. */
  date: string | undefined;
  kind: string;
  icon: string;
  status: string;
  place: string | undefined;
  /** Actors by code and name, source first. */
  actors: readonly { code: string; name: string }[];
  weight: number;
}

/** Counts of the whole record in buckets of equal length. */
export interface Strip {
  start: number;
  end: number;
  counts: readonly number[];
  /** Sum of the weights of each bucket. */
  balances: readonly number[];
  undated: number;
}

/** A standing tie in words, for its tooltip. */
export interface TieWords {
  id: string;
  title: string;
  /** How long it lasts, in words; nothing when that is not known. */
  date: string | undefined;
}

/** What a timeline is made from. */
export interface TimelineSetting {
  source: FrameSource;
  /** Absent until they are known. */
  lanes: readonly Lane[] | undefined;
  kinds: readonly KindLook[];
  /** The stretch to begin with; without one, the part of the record worth looking at first. */
  range?: readonly [number, number] | undefined;
}
