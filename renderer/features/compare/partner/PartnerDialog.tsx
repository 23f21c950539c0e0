import { Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Partner, Relation } from "../../../../core/contract/comparison.ts";
import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import { orpc } from "../../../client/client.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { IsolatedTexts } from "../../../ui/IsolatedTexts.tsx";
import { isolated } from "../../../ui/isolated.ts";
import { ModalDialog } from "../../../ui/ModalDialog.tsx";
import { timeText } from "../../../ui/quantityText.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { statusTone } from "../../../ui/tone.ts";
import { type ListboxHandle, VirtualListbox } from "../../../ui/VirtualListbox.tsx";
import classes from "./PartnerDialog.module.css";
import { sidesOf } from "./sidesOf.ts";

const relationTexts = {
  parent: "the parent",
  child: "a child",
  sibling: "of the same parent",
  alike: "same endpoint and subject",
  endpoint: "same endpoint",
  found: "",
} as const satisfies Record<Relation, string>;

const typingPauseMs = 200;

function PartnerRow({ partner: { relation, exchange, session } }: { partner: Partner }) {
  return (
    <span className={classes.row}>
      <Tag tone={statusTone(exchange.status)} isMono>
        {exchange.status ?? "—"}
      </Tag>
      <span className={classes.texts}>
        <span className={classes.title}>
          <IsolatedTexts texts={[exchange.title, exchange.subject]} />
        </span>
        <span className={classes.facts}>
          {`no. ${exchange.seq} of `}
          <bdi>{session}</bdi>
          {`, ${timeText(exchange.at)}`}
        </span>
      </span>
      <span className={classes.relation}>{relationTexts[relation]}</span>
    </span>
  );
}

/** What may be meant as the other side: by lineage and likeness, or what a filter finds. */
function usePartners(id: string, text: string) {
  const [typed] = useDebouncedValue(text.trim(), typingPauseMs);
  const parsed = parseFilter(typed);
  const query = useQuery({
    ...orpc.comparison.partners.queryOptions({ input: { id, filter: parsed.ok ? typed : "" } }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const emptyText =
    typed === ""
      ? "No other exchange is of this endpoint. Write above what to look for in all sessions."
      : "No exchange of any session fits this filter.";
  return { query, rows: query.data?.partners ?? [], problem: parsed.ok ? undefined : parsed.message, emptyText };
}

/** The exchanges to compare with, the nearest first; a filter finds any other. Mount it to open it. */
export function PartnerDialog({ exchange, onClose }: { exchange: ExchangeSummary; onClose: () => void }) {
  const navigate = useNavigate();
  const list = useRef<ListboxHandle>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { query: partners, rows, problem, emptyText } = usePartners(exchange.id, text);
  const sides = (index: number) => {
    const partner = rows[index];
    return partner && sidesOf(exchange, partner.exchange);
  };
  const go = (index: number) => {
    const params = sides(index);
    if (params) void navigate({ to: "/compare/$left/$right", params });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") list.current?.focus();
    else if (event.key === "Enter") go(active);
    else return;
    event.preventDefault();
  };
  return (
    <ModalDialog title={`Compare ${isolated(exchange.title)} with…`} size="lg" isAtTop onClose={onClose}>
      <TextInput
        aria-label="Find any exchange"
        placeholder="Find any exchange: words, status:4xx, endpoint:profiles…"
        leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
        value={text}
        error={problem}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div className={classes.list}>
        {partners.error && <ErrorState error={partners.error} onRetry={() => void partners.refetch()} />}
        {partners.data && rows.length === 0 && (
          <Text c="dimmed" p="md">
            {emptyText}
          </Text>
        )}
        {rows.length > 0 && (
          <VirtualListbox
            id="partners"
            label="Exchanges to compare with"
            handle={list}
            count={rows.length}
            total={rows.length}
            rowHeight={48}
            active={active}
            keyOf={(at) => rows[at]?.exchange.id ?? at}
            renderRow={(at, option) => {
              const partner = rows[at];
              const params = sides(at);
              return (
                partner &&
                params && (
                  <Link {...option} to="/compare/$left/$right" params={params}>
                    <PartnerRow partner={partner} />
                  </Link>
                )
              );
            }}
            onMove={setActive}
            onEnter={() => go(active)}
          />
        )}
      </div>
    </ModalDialog>
  );
}
