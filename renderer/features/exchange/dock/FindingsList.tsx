import { UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import type { Finding } from "../../../../core/translation/finding.ts";
import { CodeText } from "../../../ui/CodeText.tsx";
import { moveInList } from "../../../ui/listKeys.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { fieldName } from "../provenance/fieldPath.ts";
import classes from "./FindingsList.module.css";
import { findingTones } from "./findingTones.ts";

interface FindingsListProps {
  readonly findings: readonly Finding[];
  /** What to say when there are none. */
  readonly emptyText: string;
  /** Pointer of the field whose way is shown. */
  readonly activePointer: string | undefined;
  readonly onLocate: (finding: Finding, isFocused: boolean) => void;
}

const pageRows = 5;

function FindingField({ finding: { pointer } }: { finding: Finding }) {
  const name = fieldName({ pane: "klaviyo-request", pointer });
  return name === undefined ? null : <code className={classes.field}>{name}</code>;
}

/** What a person should know of the fields. Arrows go through it and show each field; Enter goes to the field. */
export function FindingsList({ findings, emptyText, activePointer, onLocate }: FindingsListProps) {
  const [chosen, setChosen] = useState<number>();
  const located = chosen === undefined ? undefined : findings[chosen];
  const active = located && located.pointer === activePointer ? chosen : undefined;

  function onKeyDown(event: KeyboardEvent): void {
    const target = moveInList(event.key, active, findings.length, pageRows);
    const next = target === undefined ? undefined : findings[target];
    if (event.key === "Enter" && located && active !== undefined) onLocate(located, true);
    else if (target !== undefined && next) {
      setChosen(target);
      onLocate(next, false);
      document.getElementById(`finding-${target}`)?.scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
  }

  if (findings.length === 0) return <p className={classes.none}>{emptyText}</p>;
  return (
    <div
      role="listbox"
      aria-label="Findings"
      tabIndex={0}
      className={classes.list}
      aria-activedescendant={active === undefined ? undefined : `finding-${active}`}
      onKeyDown={onKeyDown}
    >
      {findings.map((finding, index) => (
        <UnstyledButton
          key={`${finding.code} ${finding.pointer} ${finding.message}`}
          id={`finding-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.finding}
          onClick={() => {
            setChosen(index);
            onLocate(finding, true);
          }}
        >
          <span className={classes.kind}>
            <Tag tone={findingTones[finding.kind]}>{finding.kind}</Tag>
          </span>
          <span className={classes.text}>
            <FindingField finding={finding} /> <CodeText>{finding.message}</CodeText>
          </span>
        </UnstyledButton>
      ))}
    </div>
  );
}
