import { endpointIds } from "../../../klaviyo/endpoints.ts";
import { identifierNames, standardAttributes } from "../../../native/fields.ts";

/**
 * Words that are in every record whoever it is about: the API's own, those of HTTP, and what generated tests and scripts are written in. Someone may be called so;
 * such a name is masked where it stands as one and not looked for elsewhere, since it would be found everywhere. Compared in small letters.
 */
const words = `
  accept accepted address agent alive anonymous application array attribute attributes authorization await backfill bearer body boolean bulk bytes cache
  call calls cache-control charset check city close code compat compare complete connection console const content control cookie count create created
  currency custom data date default delete deny detail duration email encoding endpoint error errors event events exchange exchanges exit expect expected
  export exports fail failed false field file filter finding findings first fixture fixtures format function get google gzip header headers host html http
  https identifier identifiers image import imported index info input invalid item items job jobs json keep-alive key klaviyo language last length level link
  links list lists local localhost locale location lost mask masked message meta method metric metrics mode module name names native next node none null
  number object options order organization origin other output page params parent path phone pipeline play post postman postscript print private product
  production profile profiles properties property public pytest queued query rate record recorded region related relationship relationships relationship
  replay replayed report request requests require resource response result retry return revision rule rules sandbox schema script self send sent server
  service session sessions source stage stages state status string subject subscribed subscriptions success summary surface table task test tests text
  time timeout timezone title token total track true type types undefined unique unknown unset update updated upsert url user user-agent username utf-8
  value values version vitest warning window wiremock workbench
`;

const vocabulary: ReadonlySet<string> = new Set([
  ...words.split(/\s+/).filter((word) => word !== ""),
  ...endpointIds,
  ...identifierNames,
  ...standardAttributes,
  ...["event", "event-bulk-create", "event-bulk-create-job", "profile-bulk-import-job", "external_id", "phone_number"],
]);

export function isVocabulary(text: string): boolean {
  return vocabulary.has(text.toLowerCase());
}
