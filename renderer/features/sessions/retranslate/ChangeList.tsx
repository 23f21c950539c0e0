import { UnstyledButton } from "@mantine/core";
import type { RetranslationView } from "../../../../core/contract/comparison.ts";
import { CodeText } from "../../../ui/CodeText.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { ValueChange } from "../compare/ValueChange.tsx";
import classes from "./ChangeList.module.css";

interface ChangeListProps {
  readonly result: RetranslationView;
  readonly chosen: number | undefined;
  readonly onChoose: (group: number | undefined) => void;
}

/** What would change, by mapping rule and by finding; a chosen line narrows the exchanges beside it. */
export function ChangeList({ result, chosen, onChoose }: ChangeListProps) {
  const toggle = (group: number) => onChoose(group === chosen ? undefined : group);
  return (
    <div className={classes.list}>
      <h2 className={classes.title}>By rule</h2>
      {result.rules.length === 0 && <p className={classes.none}>No native call would change.</p>}
      {result.rules.map(({ group, rule, note, exchanges, differences, example }) => (
        <UnstyledButton
          key={group}
          className={classes.change}
          aria-pressed={group === chosen}
          onClick={() => toggle(group)}
        >
          <span className={classes.name}>{rule ?? "no rule"}</span>
          <span
            className={classes.count}
          >{`${countText(exchanges, "exchange")}, ${countText(differences, "difference")}`}</span>
          {note !== "" && (
            <span className={classes.note}>
              <CodeText>{note}</CodeText>
            </span>
          )}
          {example && (
            <span className={classes.note}>
              <code>{example.pointer}</code> <ValueChange left={example.left} right={example.right} />
            </span>
          )}
        </UnstyledButton>
      ))}
      {result.findings.length > 0 && <h2 className={classes.title}>By finding</h2>}
      {result.findings.map(({ group, code, come, gone }) => (
        <UnstyledButton
          key={group}
          className={classes.change}
          aria-pressed={group === chosen}
          onClick={() => toggle(group)}
        >
          <span className={classes.name}>{code}</span>
          <span className={classes.count}>
            {[come > 0 && `${come.toLocaleString("en-US")} new`, gone > 0 && `${gone.toLocaleString("en-US")} gone`]
              .filter(Boolean)
              .join(", ")}
          </span>
        </UnstyledButton>
      ))}
    </div>
  );
}
