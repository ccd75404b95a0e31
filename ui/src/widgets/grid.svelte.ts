import type { Snippet } from "svelte";

/** A column of a `DataGrid`. `text` is what is spoken, sorted and shown unless `cell` draws it. */
export interface Column<Row> {
  id: string;
  title: string;
  text: (row: Row) => string;
  cell?: Snippet<[Row]>;
  /** A track of CSS grid: "120px", "minmax(160px, 1fr)". */
  width?: string;
  align?: "start" | "end";
  sortable?: boolean;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

/** Where the keyboard is in a grid: a row (−1 is the head) and a column. */
export class GridCursor {
  row = $state(0);
  column = $state(0);

  /** Moves by a key; answers whether the key was one of movement. `page` is the rows of one screen. */
  move(key: string, withMod: boolean, size: { rows: number; columns: number; page: number }): boolean {
    const last = { row: size.rows - 1, column: size.columns - 1 };
    const to = { row: this.row, column: this.column };
    switch (key) {
      case "ArrowDown":
        to.row += 1;
        break;
      case "ArrowUp":
        to.row -= 1;
        break;
      case "ArrowRight":
        to.column += 1;
        break;
      case "ArrowLeft":
        to.column -= 1;
        break;
      case "PageDown":
        to.row += size.page;
        break;
      case "PageUp":
        to.row = Math.max(0, to.row - size.page);
        break;
      case "Home":
        to.column = 0;
        if (withMod) to.row = 0;
        break;
      case "End":
        to.column = last.column;
        if (withMod) to.row = last.row;
        break;
      default:
        return false;
    }
    this.row = Math.max(-1, Math.min(last.row, to.row));
    this.column = Math.max(0, Math.min(last.column, to.column));
    return true;
  }
}
