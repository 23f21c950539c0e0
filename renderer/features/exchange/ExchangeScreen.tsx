import { useParams, useSearch } from "@tanstack/react-router";
import { Suspense, useDeferredValue } from "react";
import { useIsDrawn } from "../../ui/useIsDrawn.ts";
import classes from "./ExchangeScreen.module.css";
import { ExchangeView } from "./ExchangeView.tsx";

/** Keeps the exchange before in view until the next one is read. */
export function ExchangeScreen() {
  const { exchangeId } = useParams({ from: "/traffic/$exchangeId" });
  const { item = 0 } = useSearch({ from: "/traffic/$exchangeId" });
  const id = useDeferredValue(exchangeId);
  const itemIndex = useDeferredValue(item);
  const isDrawn = useIsDrawn();
  const reading = <output className={classes.reading}>Reading the exchange…</output>;
  return <Suspense fallback={reading}>{isDrawn ? <ExchangeView id={id} itemIndex={itemIndex} /> : reading}</Suspense>;
}
