import { useParams } from "@tanstack/react-router";
import { Suspense, useDeferredValue } from "react";
import { useIsDrawn } from "../../ui/useIsDrawn.ts";
import classes from "./CompareView.module.css";
import { CompareView } from "./CompareView.tsx";

/** Two exchanges side by side. Keeps the pair before in view until the next one is read. */
export function CompareScreen() {
  const params = useParams({ from: "/compare/$left/$right" });
  const left = useDeferredValue(params.left);
  const right = useDeferredValue(params.right);
  const isDrawn = useIsDrawn();
  const reading = <output className={classes.reading}>Comparing…</output>;
  return <Suspense fallback={reading}>{isDrawn ? <CompareView left={left} right={right} /> : reading}</Suspense>;
}
