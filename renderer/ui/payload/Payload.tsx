import type { Ref } from "react";
import type { PaneText } from "../../../core/contract/exchangeView.ts";
import { bytesText } from "../quantityText.ts";
import { PayloadEditor, type PayloadEvents, type PayloadHandle } from "./PayloadEditor.tsx";
import classes from "./payload.module.css";
import type { PayloadMark } from "./payloadMarks.ts";
import { useLaidOut } from "./useLaidOut.ts";

interface PayloadProps extends PayloadEvents {
  readonly label: string;
  readonly body: PaneText;
  readonly marks?: readonly PayloadMark[];
  readonly handle?: Ref<PayloadHandle>;
  /** What stands in the place of an empty body. */
  readonly emptyText?: string;
}

const noMarks: readonly PayloadMark[] = [];

/** A body as it was on the wire, laid out to be read; says so where it is empty, cut or not text. */
export function Payload({ body, emptyText = "No body", marks = noMarks, ...rest }: PayloadProps) {
  const laidOut = useLaidOut(body.text, body.truncated);
  if (body.bytes === 0) return <p className={classes.note}>{emptyText}</p>;
  if (body.binary) return <p className={classes.note}>{`${bytesText(body.bytes)} that are not text`}</p>;
  if (!laidOut) return <p className={classes.note} role="status">{`Laying out ${bytesText(body.bytes)}…`}</p>;
  return (
    <>
      {body.truncated && <p className={classes.note}>{`The first part of ${bytesText(body.bytes)}`}</p>}
      <PayloadEditor {...rest} text={laidOut.text} isJson={laidOut.isJson} marks={laidOut.isJson ? marks : noMarks} />
    </>
  );
}
