import { IconActivity, IconDatabase, IconEdit, IconSettings, IconStack2, type TablerIcon } from "@tabler/icons-react";
import type { ActionId } from "../../../core/contract/actions.ts";

export interface Screen {
  readonly to: "/traffic" | "/compose" | "/sessions" | "/data" | "/settings";
  readonly label: string;
  readonly icon: TablerIcon;
  readonly action: ActionId;
  /** At the foot of the rail. */
  readonly isLast?: boolean;
}

/** The screens of the navigation rail, in its order. */
export const screens: readonly Screen[] = [
  { to: "/traffic", label: "Traffic", icon: IconActivity, action: "go-traffic" },
  { to: "/compose", label: "Compose", icon: IconEdit, action: "go-compose" },
  { to: "/sessions", label: "Sessions", icon: IconStack2, action: "go-sessions" },
  { to: "/data", label: "Data", icon: IconDatabase, action: "go-data" },
  { to: "/settings", label: "Settings", icon: IconSettings, action: "go-settings", isLast: true },
];
