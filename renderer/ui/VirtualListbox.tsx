import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from "react";
import { moveInList } from "./listKeys.ts";
import classes from "./VirtualListbox.module.css";

/** What a row's element (a link or a button) takes to be an option of the list. */
export interface OptionProps {
  readonly id: string;
  readonly role: "option";
  readonly tabIndex: -1;
  readonly className: string;
  readonly "aria-selected": boolean;
  readonly "aria-posinset": number;
  readonly "aria-setsize": number;
}

export interface ListboxHandle {
  focus(): void;
  scrollToTop(): void;
}

export interface VirtualListboxProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** All rows there are, with those that are not read yet. */
  readonly total: number;
  /** Pixels. */
  readonly rowHeight: number;
  readonly active: number | undefined;
  readonly keyOf: (index: number) => string | number;
  readonly renderRow: (index: number, option: OptionProps) => ReactNode;
  readonly onMove: (index: number) => void;
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
  readonly onScroll?: (isAtTop: boolean) => void;
  readonly onNearEnd?: () => void;
  readonly handle?: Ref<ListboxHandle>;
}

const nearEndRows = 30;

/** A long list with one tab stop: arrows, Home, End and the page keys move, Enter goes on, Escape goes back. */
export function VirtualListbox(props: VirtualListboxProps) {
  const { id, label, count, total, rowHeight, active, onEnter, onEscape } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: props.keyOf,
    overscan: 4,
    onChange: ({ range }) => {
      if (range && range.endIndex > count - nearEndRows) props.onNearEnd?.();
    },
  });
  useImperativeHandle(props.handle, () => ({
    focus: () => scroller.current?.focus(),
    scrollToTop: () => scroller.current?.scrollTo({ top: 0 }),
  }));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && onEnter) onEnter();
    else if (event.key === "Escape" && onEscape) onEscape();
    else {
      const target = moveInList(
        event.key,
        active,
        count,
        Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight),
      );
      if (target === undefined) return;
      virtualizer.scrollToIndex(target);
      props.onMove(target);
    }
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      id={id}
      aria-label={label}
      aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => props.onScroll?.(currentTarget.scrollTop < rowHeight / 4)}
    >
      <div className={classes.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            className={classes.place}
            role="presentation"
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
          >
            {props.renderRow(index, {
              id: `${id}-${index}`,
              role: "option",
              tabIndex: -1,
              className: classes.option ?? "",
              "aria-selected": index === active,
              "aria-posinset": index + 1,
              "aria-setsize": total,
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
