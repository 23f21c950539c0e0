/** An event that the native platform treats specially. */
export interface StandardEvent {
  readonly eventType: string;
  /** What the platform does with it. */
  readonly purpose: string;
  /** Properties it needs. */
  readonly needs: readonly string[];
  /** Klaviyo metrics that mean the same, as event types of the naming rule (assumed: the names that Klaviyo's own integrations use). */
  readonly metrics: readonly string[];
}

/** Source: Postscript, web SDK, tracking events. */
export const standardEvents: readonly StandardEvent[] = [
  {
    eventType: "order.created",
    purpose: "attributes revenue",
    needs: ["order_id", "total"],
    metrics: ["placed_order", "order_placed", "order_created", "order_completed"],
  },
  {
    eventType: "checkout.started",
    purpose: "is treated specially",
    needs: [],
    metrics: ["started_checkout", "checkout_started"],
  },
  {
    eventType: "product.viewed",
    purpose: "is treated specially",
    needs: [],
    metrics: ["viewed_product", "product_viewed"],
  },
  {
    eventType: "cart.item.added",
    purpose: "is treated specially",
    needs: [],
    metrics: ["added_to_cart", "product_added", "product_added_to_cart", "cart_item_added"],
  },
];
