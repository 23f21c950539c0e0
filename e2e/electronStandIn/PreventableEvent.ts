/** Electron's events carry `preventDefault` besides the facts of the event. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
