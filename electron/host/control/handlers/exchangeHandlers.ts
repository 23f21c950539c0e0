import { host } from "../implementation.ts";
import { checkFilter } from "./checkFilter.ts";

export const exchangeHandlers = {
  list: host.exchanges.list.handler(({ context, input, errors }) => {
    checkFilter(input.filter, errors);
    const withUnkept = input.withUnkept && input.session === context.store.sessions.openId;
    return context.store.reader.listExchanges({ ...input, withUnkept });
  }),
  get: host.exchanges.get.handler(async ({ context, input, errors }) => {
    const head = await context.store.reader.getHead(input.id);
    if (!head) throw errors.NOT_FOUND({ message: "This exchange is no longer there." });
    return head;
  }),
  record: host.exchanges.record.handler(async ({ context, input, errors }) => {
    const exchange = await context.store.reader.getExchange(input.id);
    if (!exchange) throw errors.NOT_FOUND({ message: "This exchange is no longer there." });
    return exchange;
  }),
  item: host.exchanges.item.handler(async ({ context, input, errors }) => {
    const item = await context.store.reader.getItem(input.id, input.index);
    if (!item) throw errors.NOT_FOUND({ message: "This exchange, or this item of it, is no longer there." });
    return item;
  }),
  items: host.exchanges.items.handler(async ({ context, input, errors }) => {
    const page = await context.store.reader.listItems(input.id, input.search, input.offset, input.limit);
    if (!page) throw errors.NOT_FOUND({ message: "This exchange is no longer there." });
    return page;
  }),
  replay: host.exchanges.replay.handler(async ({ context, input, errors }) => {
    const exchange = await context.store.reader.getExchange(input.id);
    if (!exchange) throw errors.NOT_FOUND({ message: "This exchange is no longer there." });
    return context.replayHere(exchange);
  }),
  setNote: host.exchanges.setNote.handler(async ({ context: { store, commit }, input, errors }) => {
    if (!(await store.reader.getHead(input.id)))
      throw errors.NOT_FOUND({ message: "This exchange is no longer there." });
    await commit(() => store.exchanges.setNote(input.id, input.note));
  }),
  send: host.exchanges.send.handler(({ context, input }) => context.send(input)),
};
