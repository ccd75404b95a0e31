import type { Icon } from "./icon";

/** One line of a `Menu`. */
export type MenuEntry =
  | {
      type: "act";
      label: string;
      onselect: () => void;
      icon?: Icon;
      chord?: string;
      note?: string;
      disabled?: boolean;
      danger?: boolean;
      why?: string | undefined;
    }
  | { type: "choice"; label: string; onselect: () => void; checked: boolean }
  | { type: "more"; label: string; entries: MenuEntry[]; icon?: Icon; disabled?: boolean }
  | { type: "heading"; label: string }
  | { type: "separator" };
