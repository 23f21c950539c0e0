import { Combobox, TextInput, type TextInputProps, useCombobox } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { type KeyboardEvent, type Ref, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { FilterOptions } from "./FilterOptions.tsx";
import { applyOption, completeFilter, filterKeyMeaning } from "./filterCompletion.ts";

type ShownProps = "label" | "aria-label" | "placeholder" | "leftSection" | "rightSection" | "classNames";

interface FilterInputProps extends Pick<TextInputProps, ShownProps> {
  readonly ref?: Ref<HTMLInputElement>;
  readonly value: string;
  /** Shown while nothing is offered. */
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  /** A key that has nothing to choose or to clear. */
  readonly onLeave?: () => void;
}

/** Text in the filter language; what could stand at the caret is offered below. */
export function FilterInput({ ref, value, error, onChange, onLeave, ...shown }: FilterInputProps) {
  const [caret, setCaret] = useState(value.length);
  const input = useRef<HTMLInputElement>(null);
  const inputRef = useMergedRef(input, ref);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const completion = completeFilter(value, Math.min(caret, value.length));
  const change = (next: string, nextCaret: number) => {
    onChange(next);
    setCaret(nextCaret);
    combobox.openDropdown();
    combobox.resetSelectedOption();
  };
  const choose = (insert: string) => {
    const applied = applyOption(value, completion, insert);
    // The field has to show the new text before its caret can stand within it.
    flushSync(() => change(applied.text, applied.caret));
    input.current?.setSelectionRange(applied.caret, applied.caret);
  };
  const isChoosing = combobox.dropdownOpened && completion.options.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const hasChosen = isChoosing && combobox.getSelectedOptionIndex() >= 0;
    const meaning = filterKeyMeaning(event.key, { isChoosing, hasChosen, isEmpty: value === "" });
    if (meaning === undefined) return;
    event.preventDefault();
    if (meaning === "close") combobox.closeDropdown();
    else if (meaning === "clear") change("", 0);
    else onLeave?.();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width="target" shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...shown}
          ref={inputRef}
          role="combobox"
          spellCheck={false}
          value={value}
          error={!isChoosing && error}
          onChange={({ currentTarget }) =>
            change(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
          }
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={completion.options.length === 0}>
        <FilterOptions options={completion.options} />
      </Combobox.Dropdown>
    </Combobox>
  );
}
