import { useDocumentTitle } from "@mantine/hooks";
import { useLocation } from "@tanstack/react-router";
import { screens } from "./screens.ts";

/** Names the screen in the title of the page, by which a person finds it among other tabs and in the history. */
export function useScreenTitle(): void {
  const { pathname } = useLocation();
  const screen = screens.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  useDocumentTitle([screen?.label, "Compat Workbench"].filter(Boolean).join(" · "));
}
