import { Argument, Command, Option } from "commander";
import { type EndpointId, endpointIds } from "../../../../core/klaviyo/endpoints.ts";

export function defineTranslate(name: string): Command {
  return new Command(name)
    .description(
      "Prints the native calls that a Klaviyo request becomes, with findings and provenance, as one JSON document. Invalid input: the errors Klaviyo's client would get, exit code 1.",
    )
    .addArgument(new Argument("<file>", 'the request body; "-" reads it from stdin'))
    .addOption(new Option("--endpoint <endpoint>", "guessed from data.type when absent").choices(endpointIds))
    .action(async (file: string, options: { endpoint?: EndpointId }) =>
      (await import("./translateFile.ts")).translateFile(file, options.endpoint),
    );
}
