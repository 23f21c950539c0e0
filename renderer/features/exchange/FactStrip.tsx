import { Progress } from "@mantine/core";
import type { ExchangeHead, ExchangeItem } from "../../../core/contract/exchangeView.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { countText, durationText, timeText } from "../../ui/quantityText.ts";
import { madeAtText } from "../traffic/trafficRow.ts";
import { unansweredText } from "../traffic/unansweredText.ts";
import classes from "./FactStrip.module.css";
import { cutOffText, fidelityText, hasArrived } from "./headline.ts";

/** When, how long, how much arrived; and how far a bulk request is. */
export function FactStrip({ head, item }: { head: ExchangeHead; item: ExchangeItem }) {
  const { at, origin, status, durationMs, leaves, leavesMapped, nativeCalls, nativePending } = head.summary;
  const nativeMs = item.native.reduce((sum, call) => sum + call.durationMs, 0);
  const { startedAt } = useStatus();
  const isCutOff = nativePending > 0 && at < startedAt;
  const statuses = [status, ...item.native.map((call) => call.status)];
  const fidelity = fidelityText(leaves, leavesMapped);
  return (
    <div className={classes.strip}>
      <span>
        {madeAtText(origin, timeText(at))},{" "}
        {status === null ? (
          unansweredText(head.summary)
        ) : (
          <>
            answered in <strong>{durationText(durationMs)}</strong>
          </>
        )}
        {nativeMs > 0 && head.items === 1 && `, ${durationText(nativeMs)} of it native`}
      </span>
      {isCutOff && <span className={classes.cutOff}>{cutOffText(nativeCalls, nativePending)}</span>}
      {nativePending > 0 && !isCutOff && (
        <span className={classes.progress} role="status">
          <Progress
            value={(nativeCalls / (nativeCalls + nativePending)) * 100}
            className={classes.bar ?? ""}
            aria-label="Native calls made"
          />
          {nativeCalls.toLocaleString("en-US")} of {countText(nativeCalls + nativePending, "native call")}
        </span>
      )}
      <span className={classes.spring} />
      {fidelity !== "" && (
        <span>
          fidelity <strong>{fidelity}</strong> · {leavesMapped.toLocaleString("en-US")} of {countText(leaves, "field")}{" "}
          {hasArrived(statuses, item.findings) ? "arrived" : "translated, none arrived"}
        </span>
      )}
    </div>
  );
}
