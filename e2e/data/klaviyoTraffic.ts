import { Random } from "./Random.ts";

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Whether the client sends its key. */
  readonly hasKey: boolean;
}

const firstNames = ["Ada", "Grace", "Jane", "José", "Mei", "Noor", "Olu", "Zoë"] as const;
const lastNames = ["Doe", "Hopper", "Lovelace", "Müller", "Nguyễn", "O'Brien", "Okafor", "Smith"] as const;
const cities = ["Ames", "Boston", "København", "Lyon", "Perth", "São Paulo", "Tucson", "Ulm"] as const;
const metrics = [
  "Placed Order",
  "Viewed Product",
  "Added to Cart",
  "Started Checkout",
  "Fulfilled Order",
  "Opened Email",
  "Submitted Review",
] as const;
const products = ["Linen shirt", "Wool socks", "Oak table", "Blue teapot", "Rain jacket", "Desk lamp"] as const;
const words = "soft light warm classic everyday summer limited new organic recycled gift sale".split(" ") as [
  string,
  ...string[],
];

/** How many people share the traffic of how many requests. */
const requestsPerPerson = 8;
/** Every so many requests one is as large as Klaviyo takes them: 5 MB. */
const largeEvery = 5000;

/** What a shop's integration sends: `count` requests, the same for the same seed. */
export function* klaviyoTraffic(count: number, seed: number): Generator<SentRequest, void, undefined> {
  const random = new Random(seed);
  const shop = new Shop(random, Math.ceil(count / requestsPerPerson));
  for (let index = 1; index <= count; index++) {
    yield index % largeEvery === 0 ? shop.largeRequest() : shop.request(random.below(1000));
  }
}

class Shop {
  readonly #random: Random;
  readonly #people: number;
  #orders = 0;

  constructor(random: Random, people: number) {
    this.#random = random;
    this.#people = people;
  }

  /** `share` from 0 to 999 says what kind: most are events, a few are refused. */
  request(share: number): SentRequest {
    if (share < 800) return post("events", { data: this.#event() });
    if (share < 930) return post("profiles", { data: this.#profile(this.#random.below(this.#people)) });
    if (share < 945) return this.#events(this.#random.length(12), 300);
    if (share < 955) return this.#import(this.#random.length(20));
    if (share < 975) return post("events", { data: { ...this.#event(), attributes: { value: "much" } } });
    if (share < 985) return post("profiles", { data: { type: "profile", attributes: { email: "not an address" } } });
    if (share < 995) return post("lists", { data: { type: "list", attributes: { name: "Newsletter" } } });
    return { ...post("events", { data: this.#event() }), hasKey: false };
  }

  /** A bulk request of about 5 MB. */
  largeRequest(): SentRequest {
    return this.#events(1000, 4600);
  }

  #events(count: number, length: number): SentRequest {
    const items = Array.from({ length: count }, () => {
      const { metric, properties, value, unique_id } = this.#event().attributes;
      const attributes = { metric, value, unique_id, properties: { ...properties, text: this.#text(length) } };
      return { type: "event", attributes };
    });
    const profile = { data: this.#identity(this.#random.below(this.#people)) };
    const data = [{ type: "event-bulk-create", attributes: { profile, events: { data: items } } }];
    const attributes = { "events-bulk-create": { data } };
    return post("event-bulk-create-jobs", { data: { type: "event-bulk-create-job", attributes } });
  }

  #import(count: number): SentRequest {
    const first = this.#random.below(this.#people);
    const data = Array.from({ length: count }, (_, offset) => this.#profile((first + offset) % this.#people));
    const attributes = { profiles: { data } };
    return post("profile-bulk-import-jobs", { data: { type: "profile-bulk-import-job", attributes } });
  }

  #event() {
    this.#orders += 1;
    const order = `ORD-${this.#orders}`;
    const amount = (this.#random.below(40_000) + 100) / 100;
    const attributes = {
      metric: { data: { type: "metric", attributes: { name: this.#random.pick(metrics) } } },
      profile: { data: this.#identity(this.#random.below(this.#people)) },
      properties: {
        order_id: order,
        items: Array.from({ length: 1 + this.#random.below(4) }, () => this.#product()),
        note: this.#text(this.#random.length(420)),
        source: this.#random.pick(["web", "app", "pos"]),
      },
      value: amount,
      value_currency: this.#random.pick(["USD", "EUR", "AUD"]),
      unique_id: order,
    };
    return { type: "event", attributes };
  }

  #product(): object {
    const name = this.#random.pick(products);
    return { sku: `SKU-${this.#random.below(10_000)}`, name, quantity: 1 + this.#random.below(3), price: 19.9 };
  }

  #identity(person: number) {
    return { type: "profile", attributes: { email: `customer.${person}@example.com` } };
  }

  #profile(person: number): object {
    const { type, attributes } = this.#identity(person);
    const more = {
      external_id: `customer-${person}`,
      phone_number: `+1${202 + (person % 700)}55501${String(person % 100).padStart(2, "0")}`,
      first_name: nameOf(person, firstNames),
      last_name: nameOf(person >> 3, lastNames),
      location: { address1: `${person} Main Street`, city: nameOf(person >> 6, cities), zip: String(10_000 + person) },
      properties: { tier: this.#random.pick(["gold", "silver", "none"]), points: this.#random.below(5000) },
    };
    return { type, attributes: { ...attributes, ...more } };
  }

  #text(length: number): string {
    let text = this.#random.pick(words);
    while (text.length < length) text += ` ${this.#random.pick(words)}`;
    return text;
  }
}

function nameOf(person: number, names: readonly string[]): string {
  return names[person % names.length] ?? "";
}

function post(resource: string, document: object): SentRequest {
  return { method: "POST", path: `/klaviyo/v1/api/${resource}`, body: JSON.stringify(document), hasKey: true };
}
