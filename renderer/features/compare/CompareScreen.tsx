import { useParams } from "@tanstack/react-router";
import { Suspense, useDeferredValue } from "react";
import classes from "./CompareView.module.css";
import { CompareView } from "./CompareView.tsx";

/** Two exchanges side by side. Keeps the pair before in view until the next one is read. */
export function CompareScreen() {
  const params = useParams({ from: "/compare/$left/$right" });
  const left = useDeferredValue(params.left);
  const right = useDeferredValue(params.right);
  return (
    <Suspense fallback={<output className={classes.reading}>Comparing…</output>}>
      <CompareView left={left} right={right} />
    </Suspense>
  );
}
