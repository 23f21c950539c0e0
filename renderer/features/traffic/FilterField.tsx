import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./FilterField.module.css";

interface FilterFieldProps {
  /** What the list is narrowed by when the field appears; the field keeps its own text from then on. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onLeave: () => void;
}

const typingPauseMs = 250;

export function FilterField({ filter, onFilter, onLeave }: FilterFieldProps) {
  const [text, setText] = useState(filter);
  const input = useRef<HTMLInputElement>(null);
  const filterSoon = useDebouncedCallback((next: string) => onFilter(next.trim()), typingPauseMs);
  useAction("focus-filter", () => input.current?.select());

  const change = (next: string) => {
    setText(next);
    filterSoon(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && text !== "") change("");
    else if (["Enter", "ArrowDown", "Escape"].includes(event.key)) onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.field}>
      <TextInput
        ref={input}
        type="search"
        aria-label="Filter"
        placeholder="Filter: words, status:4xx, finding:lost…"
        value={text}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={onKeyDown}
        leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
        rightSection={
          text === "" ? (
            <Keys action="focus-filter" />
          ) : (
            <CloseButton size="xs" aria-label="Clear the filter" onClick={() => change("")} />
          )
        }
        classNames={{ input: classes.input ?? "" }}
      />
    </div>
  );
}
