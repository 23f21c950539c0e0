import type { RequestTemplate } from "./requestTemplate.ts";

const fullProfile: RequestTemplate = {
  id: "profile",
  endpoint: "profiles",
  title: "Profile",
  description: "A customer with address and custom properties.",
  body: {
    data: {
      type: "profile",
      attributes: {
        email: "jane.doe@example.com",
        phone_number: "+15005550006",
        external_id: "cust_123",
        first_name: "Jane",
        last_name: "Doe",
        organization: "Example Corporation",
        title: "Regional Manager",
        locale: "en-US",
        location: {
          address1: "89 E 42nd St",
          city: "New York",
          region: "NY",
          zip: "10017",
          country: "United States",
          timezone: "America/New_York",
        },
        properties: { loyalty_tier: "gold", points: 1200, favourite_colours: ["blue", "green"] },
      },
    },
  },
};

const phoneProfile: RequestTemplate = {
  id: "phone-profile",
  endpoint: "profiles",
  title: "Profile by phone number",
  description: "The least that is accepted: one identifier.",
  body: { data: { type: "profile", attributes: { phone_number: "+15005550008" } } },
};

const importOfThree: RequestTemplate = {
  id: "bulk-import",
  endpoint: "profile-bulk-import-jobs",
  title: "Three profiles",
  description: "Creates or updates three profiles.",
  body: {
    data: {
      type: "profile-bulk-import-job",
      attributes: {
        profiles: {
          data: [
            { type: "profile", attributes: { email: "jane.doe@example.com", first_name: "Jane" } },
            { type: "profile", attributes: { phone_number: "+15005550007", properties: { loyalty_tier: "silver" } } },
            { type: "profile", attributes: { external_id: "cust_125", last_name: "Lee", locale: "de-DE" } },
          ],
        },
      },
    },
  },
};

const importIntoList: RequestTemplate = {
  id: "bulk-import-list",
  endpoint: "profile-bulk-import-jobs",
  title: "100 profiles into a list",
  description: "Lists have no counterpart: the profiles arrive, the membership does not.",
  body: {
    data: {
      type: "profile-bulk-import-job",
      attributes: {
        profiles: {
          data: Array.from({ length: 100 }, (_, index) => ({
            type: "profile",
            attributes: {
              email: `customer${index + 1}@example.com`,
              external_id: `cust_${1000 + index}`,
              properties: { loyalty_tier: index % 3 === 0 ? "gold" : "silver" },
            },
          })),
        },
      },
      relationships: { lists: { data: [{ type: "list", id: "Y6nRLr" }] } },
    },
  },
};

export const profileTemplates: readonly RequestTemplate[] = [fullProfile, phoneProfile, importOfThree, importIntoList];
