import { useEffect } from "react";

/** Gives the focus back to what had it before a dialog that is mounted to open it, once that is gone. */
export function useFocusReturn(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    return () => {
      // What the dialog led to may have taken the focus by then.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
      });
    };
  }, [isOpen]);
}
