import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { parts } from "../../../../core/exchange/compare/difference.ts";
import type { EquivalenceRule } from "../../../../core/exchange/compare/equivalenceRule.ts";
import { partTexts } from "../compareText.ts";
import classes from "./RuleForm.module.css";
import { draftOf, emptyDraft, formLabels, formNames, readDraft } from "./ruleDraft.ts";

interface RuleFormProps {
  /** The rule to change; a new one when absent. */
  readonly rule: EquivalenceRule | undefined;
  readonly onSave: (rule: EquivalenceRule) => void;
  readonly onCancel: () => void;
}

/** Writes a rule by hand. */
export function RuleForm({ rule, onSave, onCancel }: RuleFormProps) {
  const [draft, setDraft] = useState(rule ? draftOf(rule) : emptyDraft);
  const [problem, setProblem] = useState("");
  const isHeader = draft.part === "response-header";
  return (
    <form
      className={classes.form}
      aria-label="Rule"
      onSubmit={(event) => {
        event.preventDefault();
        const read = readDraft(draft, rule);
        if (read.ok) onSave(read.rule);
        else setProblem(read.message);
      }}
    >
      <Stack gap="sm">
        <Group grow>
          <NativeSelect
            size="xs"
            label="In"
            value={draft.part}
            onChange={({ currentTarget }) =>
              setDraft({ ...draft, part: parts.find((part) => part === currentTarget.value) ?? draft.part })
            }
            data={parts.map((value) => ({ value, label: partTexts[value] }))}
          />
          <NativeSelect
            size="xs"
            label="What stands there"
            value={draft.form}
            onChange={({ currentTarget }) =>
              setDraft({ ...draft, form: formNames.find((form) => form === currentTarget.value) ?? draft.form })
            }
            data={formNames.map((value) => ({ value, label: formLabels[value] }))}
          />
        </Group>
        <Textarea
          size="xs"
          label={isHeader ? "Names, one a line" : "Places, one a line"}
          description={
            isHeader
              ? "* stands for any characters: ratelimit-*"
              : "JSON pointers. * is any one name or index, ** any number of them: /data/**/updated"
          }
          value={draft.places}
          error={problem}
          onChange={({ currentTarget }) => {
            setDraft({ ...draft, places: currentTarget.value });
            setProblem("");
          }}
          autosize
          minRows={1}
          data-autofocus
          classNames={{ input: classes.mono ?? "" }}
        />
        {(draft.form === "numberTolerance" || draft.form === "timeToleranceMs") && (
          <TextInput
            label={draft.form === "numberTolerance" ? "At most apart" : "Milliseconds apart at most"}
            value={draft.tolerance}
            onChange={({ currentTarget }) => setDraft({ ...draft, tolerance: currentTarget.value })}
          />
        )}
        <TextInput
          label="Why it means nothing"
          value={draft.note}
          onChange={({ currentTarget }) => setDraft({ ...draft, note: currentTarget.value })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit">Save the rule</Button>
        </Group>
      </Stack>
    </form>
  );
}
