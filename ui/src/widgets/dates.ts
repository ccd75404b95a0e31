/** What a typed date comes to: an EDTF expression with its words, or a sentence on what is wrong with it. */
export interface DatePreview {
  edtf?: string;
  words?: string;
  problem?: string;
}
