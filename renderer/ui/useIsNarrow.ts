import { useMediaQuery } from "@mantine/hooks";

/** Whether the window is too narrow for panes side by side, or too low for panes above a dock: then all stands in one column that scrolls. */
export function useIsNarrow(): boolean {
  return useMediaQuery("(max-width: 48em), (max-height: 36em)", false, { getInitialValueInEffect: false });
}
