import { Alert, Anchor, Button, Select, Switch, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconFileExport } from "@tabler/icons-react";
import {
  type ExportFormatName,
  exportFormats,
  isExportFormatName,
} from "../../../../core/formats/export/exportFormats.ts";
import { countText } from "../../../ui/quantityText.ts";
import { FilterField } from "../../traffic/FilterField.tsx";
import classes from "./ExportForm.module.css";
import { type ExportDraft, patternProblem } from "./exportDraft.ts";
import { formatHints } from "./formatHints.ts";

interface ExportFormProps {
  readonly draft: ExportDraft;
  readonly filter: string;
  /** One exchange is exported, and not what a filter leaves of the session. */
  readonly isOne: boolean;
  /** How many exchanges are exported, once that is known. */
  readonly total: number | undefined;
  readonly isReady: boolean;
  readonly isUnderWay: boolean;
  readonly onChange: (change: Partial<ExportDraft>) => void;
  readonly onFilter: (filter: string) => void;
  /** Goes from the one exchange to its whole session. */
  readonly onWhole: () => void;
  readonly onExport: () => void;
}

const formats = Object.entries(exportFormats).map(([value, { label }]) => ({ value, label }));

/** What is exported, as what, and what is masked. */
export function ExportForm(props: ExportFormProps) {
  const { draft, onChange, total } = props;
  return (
    <form
      className={classes.form}
      aria-label="Export"
      onSubmit={(event) => {
        event.preventDefault();
        props.onExport();
      }}
    >
      <div className={classes.fields}>
        <Select
          size="xs"
          label="Format"
          description={formatHints[draft.format]}
          data={formats}
          value={draft.format}
          allowDeselect={false}
          checkIconPosition="right"
          maxDropdownHeight={420}
          onChange={(format) => format !== null && isExportFormatName(format) && onChange({ format })}
          renderOption={({ option }) => <FormatOption name={option.value} label={option.label} />}
        />
        <What {...props} />
        <Masking draft={draft} onChange={onChange} />
      </div>
      <div className={classes.foot}>
        <Button
          type="submit"
          fullWidth
          leftSection={<IconFileExport size={15} />}
          loading={props.isUnderWay}
          disabled={!props.isReady}
        >
          {total === undefined ? "Export" : `Export ${countText(total, "exchange")}`}
        </Button>
      </div>
    </form>
  );
}

function FormatOption({ name, label }: { name: string; label: string }) {
  return (
    <span>
      <span className={classes.format}>{label}</span>
      <span className={classes.hint}>{isExportFormatName(name) && formatHints[name satisfies ExportFormatName]}</span>
    </span>
  );
}

function What({ isOne, filter, onFilter, onWhole }: ExportFormProps) {
  if (isOne) {
    return (
      <p className={classes.one}>
        One exchange.{" "}
        <Anchor component="button" type="button" size="sm" onClick={onWhole}>
          Export the whole session
        </Anchor>
      </p>
    );
  }
  return (
    <div className={classes.filter}>
      <span className={classes.label}>Exchanges</span>
      <FilterField filter={filter} onFilter={onFilter} onLeave={() => undefined} />
    </div>
  );
}

function Masking({ draft, onChange }: Pick<ExportFormProps, "draft" | "onChange">) {
  const { isMasked, alsoMask, keep } = draft;
  return (
    <>
      <Switch
        size="xs"
        label="Mask personal data"
        description="Stable pseudonyms of the same form, so that it still replays and compares"
        checked={isMasked}
        onChange={({ currentTarget }) => onChange({ isMasked: currentTarget.checked })}
      />
      {isMasked ? (
        <>
          <Textarea
            label="Also mask"
            description="Fields by pointer, one a line; * is one name, ** any depth"
            placeholder="/data/attributes/properties/**/nickname"
            value={alsoMask}
            error={patternProblem(alsoMask)}
            autosize
            minRows={2}
            maxRows={6}
            size="xs"
            classNames={{ input: classes.patterns ?? "" }}
            onChange={({ currentTarget }) => onChange({ alsoMask: currentTarget.value })}
          />
          <Textarea
            label="Keep as it is"
            description="Their values then stay in every other place, too"
            placeholder="/**/city"
            value={keep}
            error={patternProblem(keep)}
            autosize
            minRows={2}
            maxRows={6}
            size="xs"
            classNames={{ input: classes.patterns ?? "" }}
            onChange={({ currentTarget }) => onChange({ keep: currentTarget.value })}
          />
        </>
      ) : (
        <Alert className={classes.warning ?? ""} icon={<IconAlertTriangle />} p="xs">
          Names, emails, phone numbers and addresses are written as they were recorded.
        </Alert>
      )}
      <p className={classes.hint}>The keys of requests are never exported: only their fingerprints were ever kept.</p>
    </>
  );
}
