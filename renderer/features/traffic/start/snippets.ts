/** What a newcomer copies to send a first request: the same event each time, in the words of the client. */

/** A key of the documented form; the workbench takes any such key until the workspace defines its own. */
export const sampleKey = "ps_test_workbenchworkbenchworkbench12345";

export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** The address of the events endpoint, as the documented base URL makes it. */
function eventsUrl(compatUrl: string): string {
  return `${compatUrl}/api/events`;
}

const curlBody =
  '{"data":{"type":"event","attributes":{"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},"profile":{"data":{"type":"profile","attributes":{"email":"jane.doe@example.com"}}},"properties":{"order_id":"ORD-1234"},"value":79.48}}}';

/** How each kind of integration is pointed at `compatUrl`. Sources: the SDKs' own constructors and setters. */
export function startSnippets(compatUrl: string): readonly Snippet[] {
  return [
    {
      id: "curl",
      label: "curl",
      text: [
        `curl ${eventsUrl(compatUrl)} \\`,
        `  -H 'Authorization: Klaviyo-API-Key ${sampleKey}' \\`,
        "  -H 'Content-Type: application/json' -H 'revision: 2026-07-15' \\",
        `  -d '${curlBody}'`,
      ].join("\n"),
    },
    {
      id: "node",
      label: "Node SDK",
      text: [
        'import { ApiKeySession, EventsApi } from "klaviyo-api";',
        "",
        `const events = new EventsApi(new ApiKeySession("${sampleKey}"));`,
        `events.basePath = "${compatUrl}";`,
      ].join("\n"),
    },
    {
      id: "python",
      label: "Python SDK",
      text: [
        "from klaviyo_api import KlaviyoAPI",
        "",
        `klaviyo = KlaviyoAPI("${sampleKey}", test_host="${compatUrl}")`,
      ].join("\n"),
    },
    {
      id: "php",
      label: "PHP SDK",
      text: [
        `KlaviyoAPI\\Configuration::getDefaultConfiguration()->setHost("${compatUrl}");`,
        `$klaviyo = new KlaviyoAPI\\KlaviyoAPI("${sampleKey}");`,
      ].join("\n"),
    },
  ];
}
