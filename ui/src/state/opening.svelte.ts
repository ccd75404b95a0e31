/** The order of a dossier's first seconds: its picture comes first, and what is counted and listed beside it when that is on the screen. */
export class Opening {
  /** Whether the view on screen has drawn the open dossier. Views without a picture have nothing to wait for. */
  isPictured = $state(false);

  begin(): void {
    this.isPictured = false;
  }

  drawn(): void {
    this.isPictured = true;
  }
}
