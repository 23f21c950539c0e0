import { ActionIcon, Button, Drawer, Group, Switch, Tooltip } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { defaultRules } from "../../../../core/exchange/compare/defaultRules.ts";
import type { EquivalenceRule } from "../../../../core/exchange/compare/equivalenceRule.ts";
import { countText } from "../../../ui/quantityText.ts";
import { formText, partTexts } from "../compareText.ts";
import { RuleForm } from "./RuleForm.tsx";
import classes from "./RulesDrawer.module.css";
import type { Rules } from "./useRules.ts";

interface RulesDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly rules: Rules;
  /** How many differences each rule excused in what is on screen. */
  readonly hits: Readonly<Record<string, number>>;
}

interface RuleRowProps {
  readonly rule: EquivalenceRule;
  readonly isOn: boolean;
  readonly hits: number;
  readonly onTurn: (isOn: boolean) => void;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

function RuleRow({ rule, isOn, hits, onTurn, onEdit, onRemove }: RuleRowProps) {
  const place = rule.at.join(", ");
  return (
    <li className={classes.rule} data-off={!isOn || undefined}>
      <Switch
        size="xs"
        checked={isOn}
        onChange={(event) => onTurn(event.currentTarget.checked)}
        aria-label={`${rule.id} is in force`}
      />
      <div className={classes.text}>
        <code>{place}</code> {formText(rule.how)}
        <div className={classes.about}>
          {rule.parts.map((part) => partTexts[part]).join(", ")}
          {rule.note && ` · ${rule.note}`}
          {hits > 0 && ` · ${countText(hits, "hit")} here`}
        </div>
      </div>
      {onEdit && (
        <Tooltip label="Edit the rule">
          <ActionIcon size="sm" onClick={onEdit} aria-label={`Edit the rule for ${place}`}>
            <IconPencil size={14} />
          </ActionIcon>
        </Tooltip>
      )}
      {onRemove && (
        <Tooltip label="Remove the rule">
          <ActionIcon size="sm" onClick={onRemove} aria-label={`Remove the rule for ${place}`}>
            <IconTrash size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

/** The equivalence rules of the workspace, beside the comparison that they are for. */
export function RulesDrawer({ isOpen, onClose, rules, hits }: RulesDrawerProps) {
  const [edited, setEdited] = useState<EquivalenceRule | "new">();
  const { set } = rules;
  const replaced = new Set(set.rules.map(({ id }) => id));
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="34rem"
      title="What counts as the same"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <p className={classes.intro}>
        A difference that a rule excuses is counted and shown, but makes nothing “changed”. The rules hold for this
        workspace: here, for replays, and on the command line.
      </p>
      <Group justify="space-between" mb={4}>
        <h2 className={classes.title}>Of this workspace</h2>
        {edited === undefined && (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setEdited("new")}>
            Add a rule
          </Button>
        )}
      </Group>
      {edited !== undefined && (
        <RuleForm
          key={edited === "new" ? "" : edited.id}
          rule={edited === "new" ? undefined : edited}
          onSave={(rule) => {
            rules.add(rule);
            setEdited(undefined);
          }}
          onCancel={() => setEdited(undefined)}
        />
      )}
      {set.rules.length === 0 && edited === undefined && (
        <p className={classes.intro}>None yet. “Ignore this place” beside a difference makes one.</p>
      )}
      <ul className={classes.list}>
        {set.rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            isOn={rule.enabled}
            hits={hits[rule.id] ?? 0}
            onTurn={(isOn) => rules.turn(rule.id, isOn)}
            onEdit={() => setEdited(rule)}
            onRemove={() => rules.remove(rule.id)}
          />
        ))}
      </ul>
      <h2 className={classes.title}>By default</h2>
      <ul className={classes.list}>
        {defaultRules
          .filter(({ id }) => !replaced.has(id))
          .map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              isOn={!set.disabled.includes(rule.id)}
              hits={hits[rule.id] ?? 0}
              onTurn={(isOn) => rules.turn(rule.id, isOn)}
            />
          ))}
      </ul>
    </Drawer>
  );
}
