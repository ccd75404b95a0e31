/** What a typed date comes to: an EDTF expression, or a sentence on what is wrong with it. */
export interface DatePreview {
  edtf?: string;
  problem?: string;
}
