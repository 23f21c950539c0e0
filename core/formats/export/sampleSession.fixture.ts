import type { Session } from "../../exchange/exchange.ts";

export const sampleSession: Session = {
  id: "s1",
  name: "Checkout",
  note: "",
  tags: [],
  createdAt: "",
  exchanges: 1,
  bytes: 0,
  firstAt: null,
  lastAt: null,
};
