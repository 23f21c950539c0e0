import { CloseButton, Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { parseFilter } from "../../../core/exchange/filter/parseFilter.ts";
import { useAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./FilterField.module.css";
import { FilterOptions } from "./FilterOptions.tsx";
import { applyOption, completeFilter, filterKeyMeaning } from "./filterCompletion.ts";

interface FilterFieldProps {
  /** What the list is narrowed by when the field appears; the field keeps its own text from then on. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onLeave: () => void;
}

const typingPauseMs = 250;

export function FilterField({ filter, onFilter, onLeave }: FilterFieldProps) {
  const [text, setText] = useState(filter);
  const [caret, setCaret] = useState(filter.length);
  const [problem, setProblem] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const completion = completeFilter(text, caret);
  useAction("focus-filter", () => input.current?.select());

  const filterSoon = useDebouncedCallback((next: string) => {
    const parsed = parseFilter(next);
    setProblem(parsed.ok ? "" : parsed.message);
    if (parsed.ok) onFilter(next.trim());
  }, typingPauseMs);
  const change = (next: string, nextCaret: number) => {
    setText(next);
    setCaret(nextCaret);
    setProblem("");
    filterSoon(next);
    combobox.openDropdown();
    combobox.resetSelectedOption();
  };
  const choose = (insert: string) => {
    const applied = applyOption(text, completion, insert);
    // The field has to show the new text before its caret can stand within it.
    flushSync(() => change(applied.text, applied.caret));
    input.current?.setSelectionRange(applied.caret, applied.caret);
  };
  const isChoosing = combobox.dropdownOpened && completion.options.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const hasChosen = isChoosing && combobox.getSelectedOptionIndex() >= 0;
    const meaning = filterKeyMeaning(event.key, { isChoosing, hasChosen, isEmpty: text === "" });
    if (meaning === undefined) return;
    event.preventDefault();
    if (meaning === "close") combobox.closeDropdown();
    else if (meaning === "clear") change("", 0);
    else onLeave();
  };

  return (
    <div className={classes.field}>
      <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width="target" shadow="md">
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={input}
            role="combobox"
            aria-label="Filter"
            placeholder="Filter: words, status:4xx, finding:lost…"
            value={text}
            error={!isChoosing && problem}
            onChange={({ currentTarget }) =>
              change(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
            }
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={onKeyDown}
            leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
            rightSection={
              text === "" ? (
                <Keys action="focus-filter" />
              ) : (
                <CloseButton size="xs" aria-label="Clear the filter" onClick={() => change("", 0)} />
              )
            }
            classNames={{ input: classes.input ?? "" }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={completion.options.length === 0}>
          <FilterOptions options={completion.options} />
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
