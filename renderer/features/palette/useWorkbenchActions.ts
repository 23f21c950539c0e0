import { useComputedColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { useAction, useRunAction } from "../../actions/useAction.ts";
import { shell } from "../../client/shell.ts";
import { useUpdateSettings } from "../settings/useUpdateSettings.ts";

/** Actions that belong to no screen, and the desktop menu's way to run any. */
export function useWorkbenchActions(): void {
  const scheme = useComputedColorScheme("light");
  const update = useUpdateSettings();
  const run = useRunAction();
  useAction("toggle-theme", () => update.mutate({ appearance: scheme === "dark" ? "light" : "dark" }));
  useEffect(() => shell.onAction?.((action) => run(action)), [run]);
}
