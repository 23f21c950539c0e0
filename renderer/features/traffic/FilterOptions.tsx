import { Combobox } from "@mantine/core";
import classes from "./FilterField.module.css";
import type { FilterOption } from "./filterCompletion.ts";

export function FilterOptions({ options }: { options: readonly FilterOption[] }) {
  return (
    <Combobox.Options mah="18rem" className={classes.options} aria-label="What the filter takes">
      {options.map(({ insert, meaning }) => (
        <Combobox.Option key={insert} value={insert} className={classes.option}>
          <code className={classes.term}>{insert.trim()}</code>
          <span className={classes.meaning}>{meaning}</span>
        </Combobox.Option>
      ))}
    </Combobox.Options>
  );
}
