import { looseObject, orEmptyList, text, textOrNumber } from "./fields.ts";

const line = (title: string, description: string, example: string) =>
  text({ title, description, examples: [example] }).optional();
const degrees = (title: string, example: number) =>
  textOrNumber({ title, description: "Decimal degrees, four places are enough.", examples: [example] }).optional();

/** Klaviyo API reference, ProfileLocation. Members it does not know are taken. */
export const locationSchema = orEmptyList(
  looseObject({
    address1: line("Address", "First line of the street address.", "89 E 42nd St"),
    address2: line("Address, second line", "Second line of the street address.", "1st floor"),
    city: line("City", "City name.", "New York"),
    country: line("Country", "Country name.", "United States"),
    region: line("Region", "State, province or region within the country.", "NY"),
    zip: line("Postal code", "Zip or postal code.", "10017"),
    timezone: line("Time zone", "IANA time zone name.", "America/New_York"),
    ip: line("IP address", "IP address of the person.", "192.0.2.1"),
    latitude: degrees("Latitude", 40.7128),
    longitude: degrees("Longitude", -74.006),
  }).meta({ title: "Location", description: "Where the person is." }),
).nullish();
