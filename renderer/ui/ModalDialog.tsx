import { Modal } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

interface ModalDialogProps {
  readonly title: string;
  readonly size?: "md" | "lg" | "xl";
  /** It stays at the top of the window, for content whose height changes. */
  readonly isAtTop?: boolean;
  /** A person writes in it: a click beside it does not throw that away. */
  readonly isForm?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog that the rest of the page waits for. Mount it to open it; afterwards the focus is where it was. */
export function ModalDialog({
  title,
  size = "md",
  isAtTop = false,
  isForm = false,
  children,
  onClose,
}: ModalDialogProps) {
  useFocusReturn();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      centered={!isAtTop}
      closeOnClickOutside={!isForm}
      closeButtonProps={{ "aria-label": "Close" }}
      // A header is a landmark, of which the page has one.
      attributes={{ header: { role: "presentation" } }}
    >
      {children}
    </Modal>
  );
}

/** Mantine gives the focus back when a dialog is closed, not when it is unmounted. */
function useFocusReturn(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // What the dialog led to may have taken the focus by then.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
      });
    };
  }, []);
}
