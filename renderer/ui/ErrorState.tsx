import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { describeError, isGone, isUnanswered, startedAnew } from "../client/describeError.ts";
import { useConnection, useStatusOnceKnown } from "../live/LiveContext.ts";
import { ScreenMessage } from "./ScreenMessage.tsx";

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Where to go on. */
  readonly children?: ReactNode;
}

/** What happened, what to do, and a way to try again where that can help. */
export function ErrorState({ error, onRetry, children }: ErrorStateProps) {
  const isRefused = useConnection().state === "refused";
  const { title, detail, isFinal = false } = isRefused ? startedAnew : describeError(error);
  useRetry(error, onRetry);
  return (
    <ScreenMessage title={title} detail={detail}>
      {onRetry && !isFinal && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
      {!isRefused && children}
    </ScreenMessage>
  );
}

/** Tries again by itself when the workbench answers again, and when what was deleted may have been put back. */
function useRetry(error: unknown, onRetry: (() => void) | undefined): void {
  const isOpen = useConnection().state === "open";
  const removals = useStatusOnceKnown()?.removals;
  const cause = isGone(error) ? removals : isUnanswered(error) && isOpen;
  const seen = useRef(cause);
  const retry = useEffectEvent(() => onRetry?.());
  useEffect(() => {
    if (cause === seen.current) return;
    seen.current = cause;
    if (cause !== false) retry();
  }, [cause]);
}
