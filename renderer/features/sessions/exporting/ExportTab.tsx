import { useSearch } from "@tanstack/react-router";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { ExportView } from "./ExportView.tsx";

/** Hands a session, or one exchange of it, on in a format for another use. */
export function ExportTab({ session }: { session: Session }) {
  const { exchange } = useSearch({ from: "/sessions/$sessionId/$tab" });
  return <ExportView key={exchange ?? ""} session={session} exchange={exchange} />;
}
