import { useClipboard } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useAction } from "../../actions/useAction.ts";
import { useShortcuts } from "../../actions/useShortcuts.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { useSendSample } from "../traffic/start/useSendSample.ts";

/** The actions that every screen has. */
export function useFrameActions(): void {
  const navigate = useNavigate();
  const clipboard = useClipboard();
  const { compatUrl, session } = useStatus();
  useShortcuts();
  useAction("go-traffic", () => void navigate({ to: "/traffic" }));
  useAction("go-compose", () => void navigate({ to: "/compose" }));
  useAction("go-sessions", () => void navigate({ to: "/sessions" }));
  useAction("go-data", () => void navigate({ to: "/data" }));
  useAction("go-settings", () => void navigate({ to: "/settings" }));
  useAction(
    "export",
    () => void navigate({ to: "/sessions/$sessionId/$tab", params: { sessionId: session.id, tab: "export" } }),
  );
  useAction("send-sample", useSendSample().send);
  useAction("copy-base-url", () => {
    clipboard.copy(compatUrl);
    notifications.show({ message: `Copied ${compatUrl}` });
  });
}
