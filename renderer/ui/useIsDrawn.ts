import { startTransition, useEffect, useState } from "react";

/**
 * False in the first drawing of a component, and then true in a transition. What is only shown then is drawn in turns with what else the page does; and where
 * it suspends inside of a boundary that is drawn by now, it is shown once it is there, while a fallback stays for 300 ms at least.
 */
export function useIsDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setDrawn(true)), []);
  return isDrawn;
}
