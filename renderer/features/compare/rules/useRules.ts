import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { EquivalenceRule } from "../../../../core/exchange/compare/equivalenceRule.ts";
import { type RuleSet, withoutRule, withRule, withRuleOn } from "../../../../core/exchange/compare/ruleSet.ts";
import { orpc } from "../../../client/client.ts";
import { useStatus } from "../../../live/LiveContext.ts";

/** The equivalence rules of the workspace, and what can be done with them. */
export interface Rules {
  readonly set: RuleSet;
  readonly add: (rule: EquivalenceRule) => void;
  readonly remove: (id: string) => void;
  readonly turn: (id: string, isOn: boolean) => void;
}

/** Changes are shown at once, and taken back when the host refuses. Whoever shows a comparison is told by the stream that the rules are others. */
export function useRules(): Rules {
  const set = useStatus().settings.equivalence;
  const cache = useQueryClient();
  const key = orpc.workbench.status.queryKey();
  const show = (equivalence: typeof set) =>
    cache.setQueryData(key, (status) => status && { ...status, settings: { ...status.settings, equivalence } });
  const { mutate } = useMutation(
    orpc.settings.setEquivalence.mutationOptions({
      onError: () => show(set),
      onSuccess: ({ equivalence }) => show(equivalence),
    }),
  );
  const save = ({ rules, disabled }: RuleSet) => {
    const next = { rules: [...rules], disabled: [...disabled] };
    show(next);
    mutate(next);
  };
  return {
    set,
    add: (rule) => {
      save(withRule(set, rule));
      notifications.show({ message: `A rule for ${rule.at.join(", ")} is in force in this workspace.` });
    },
    remove: (id) => save(withoutRule(set, id)),
    turn: (id, isOn) => save(withRuleOn(set, id, isOn)),
  };
}
