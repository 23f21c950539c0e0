import {
  IconArrowsDiff,
  IconFileExport,
  IconListDetails,
  IconRefresh,
  IconRepeat,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { CompareTab } from "../compare/CompareTab.tsx";
import { ExportTab } from "../exporting/ExportTab.tsx";
import { OverviewTab } from "../overview/OverviewTab.tsx";
import { ReplayTab } from "../replay/ReplayTab.tsx";
import { RetranslateTab } from "../retranslate/RetranslateTab.tsx";

/** What one can do with a session: a place of its own under `/sessions/…/`, and a folder beside this one. */
interface SessionTab {
  /** In the address. */
  readonly id: string;
  readonly label: string;
  readonly icon: TablerIcon;
  readonly component: ComponentType<{ session: Session }>;
}

export const firstTab = "exchanges";

export const sessionTabs: readonly SessionTab[] = [
  { id: firstTab, label: "Exchanges", icon: IconListDetails, component: OverviewTab },
  { id: "replay", label: "Replay", icon: IconRepeat, component: ReplayTab },
  { id: "compare", label: "Compare", icon: IconArrowsDiff, component: CompareTab },
  { id: "retranslate", label: "Translate again", icon: IconRefresh, component: RetranslateTab },
  { id: "export", label: "Export", icon: IconFileExport, component: ExportTab },
];
