import { IconArrowRight } from "@tabler/icons-react";
import type { Finding } from "../../../../core/translation/finding.ts";
import type { Link, Place } from "../../../../core/translation/link.ts";
import { findLosingRule, findRule, type RuleText } from "../../../../core/translation/rules/findRule.ts";
import { CodeText } from "../../../ui/CodeText.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { fieldPath } from "../provenance/fieldPath.ts";
import type { Trace } from "../provenance/trace.ts";
import { findingTones } from "./findingTones.ts";
import { ProvenanceHint } from "./ProvenanceHint.tsx";
import classes from "./RuleCard.module.css";

interface RuleCardProps {
  readonly active: Place | undefined;
  readonly trace: Trace | undefined;
  /** All of the item; those of the active field are shown. */
  readonly findings: readonly Finding[];
}

/** A field that holds many others has many rules; more than these are counted. */
const shownLinks = 4;

function RuleSource({ id, rule }: { id: string; rule: RuleText | undefined }) {
  return (
    <p className={classes.source}>
      Rule <code>{id}</code>
      {rule && (
        <>
          {" · "}
          <CodeText>{rule.source}</CodeText>
        </>
      )}
    </p>
  );
}

function Step({ link }: { link: Link }) {
  const rule = findRule(link.rule);
  return (
    <div className={classes.step}>
      <div className={classes.way}>
        <code>{fieldPath(link.from)}</code>
        <IconArrowRight size={13} aria-label="becomes" />
        <code>{fieldPath(link.to)}</code>
        {rule && <Tag tone={rule.basis === "documented" ? "good" : "warn"}>{rule.basis}</Tag>}
      </div>
      {rule && (
        <p className={classes.note}>
          <CodeText>{rule.note}</CodeText>
        </p>
      )}
      <RuleSource id={link.rule} rule={rule} />
    </div>
  );
}

function FieldFinding({ finding }: { finding: Finding }) {
  const rule = findLosingRule(finding.code);
  return (
    <div className={classes.step}>
      <p className={classes.note}>
        <Tag tone={findingTones[finding.kind]}>{finding.kind}</Tag> <CodeText>{finding.message}</CodeText>
      </p>
      {rule && <RuleSource id={rule.id} rule={rule} />}
    </div>
  );
}

/** The rules that carried the field whose way is shown: what each does, where that is written, whether it is documented. */
export function RuleCard({ active, trace, findings }: RuleCardProps) {
  if (!active || !trace) return <ProvenanceHint />;
  const own = active.pane === "klaviyo-request" ? findings.filter(({ pointer }) => pointer === active.pointer) : [];
  const more = trace.links.length - shownLinks;
  return (
    <div className={classes.card}>
      {trace.links.length === 0 && (
        <div className={classes.step}>
          <div className={classes.way}>
            <code>{fieldPath(active)}</code>
          </div>
          <p className={classes.note}>
            {active.pane === "klaviyo-request" ? "No rule carries this field on." : "This field came from no other."}
          </p>
        </div>
      )}
      {trace.links.slice(0, shownLinks).map((link) => (
        <Step key={`${link.from.pane}${link.from.pointer} ${link.to.pane}${link.to.pointer}`} link={link} />
      ))}
      {more > 0 && <p className={classes.source}>and {more} more</p>}
      {own.map((finding) => (
        <FieldFinding key={`${finding.code} ${finding.message}`} finding={finding} />
      ))}
    </div>
  );
}
