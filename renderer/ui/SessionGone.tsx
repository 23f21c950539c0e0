import type { ReactNode } from "react";
import { goneDetail } from "../client/describeError.ts";
import { ScreenMessage } from "./ScreenMessage.tsx";

/** In the place of a session that was deleted, or never was. The children lead on. */
export function SessionGone({ children }: { children: ReactNode }) {
  return (
    <ScreenMessage title="This session is no longer there" detail={goneDetail}>
      {children}
    </ScreenMessage>
  );
}
