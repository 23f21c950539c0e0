/** What the grid does with a pane. */
export interface PaneFrame {
  readonly isMaximised: boolean;
  /** Of a pane that has all the room already there is none. */
  readonly onMaximise: (() => void) | undefined;
  readonly onFocus: () => void;
}
