import { CloseButton } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { parseFilter } from "../../../core/exchange/filter/parseFilter.ts";
import { useAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./FilterField.module.css";
import { FilterInput } from "./FilterInput.tsx";

interface FilterFieldProps {
  /** What the list is narrowed by when the field appears; the field keeps its own text from then on. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onLeave: () => void;
}

const typingPauseMs = 250;

/** The filter of a list, which follows it a moment after it was typed. */
export function FilterField({ filter, onFilter, onLeave }: FilterFieldProps) {
  const [text, setText] = useState(filter);
  const [problem, setProblem] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useAction("focus-filter", () => input.current?.select());

  const filterSoon = useDebouncedCallback((next: string) => {
    const parsed = parseFilter(next);
    setProblem(parsed.ok ? "" : parsed.message);
    if (parsed.ok) onFilter(next.trim());
  }, typingPauseMs);
  const change = (next: string) => {
    setText(next);
    setProblem("");
    filterSoon(next);
  };

  return (
    <div className={classes.field}>
      <FilterInput
        ref={input}
        aria-label="Filter"
        placeholder="Filter: words, status:4xx, finding:lost…"
        value={text}
        error={problem}
        onChange={change}
        onLeave={onLeave}
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
