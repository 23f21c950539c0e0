import { Argument, Command, Option } from "commander";
import { type EndpointId, endpointIds } from "../../../../core/klaviyo/endpoints.ts";
import { dataDirOption } from "../../dataDirOption.ts";

export function defineTranslate(name: string): Command {
  return new Command(name)
    .description(
      "Prints the native calls that a Klaviyo request becomes, with findings and provenance, as one JSON document. Invalid input: the errors Klaviyo's client would get, exit code 1.",
    )
    .addArgument(new Argument("<file>", 'the request body; "-" reads it from stdin'))
    .addOption(new Option("--endpoint <endpoint>", "guessed from data.type when absent").choices(endpointIds))
    .addOption(dataDirOption("folder whose metric table is used"))
    .action(async (file: string, { endpoint, dataDir }: { endpoint?: EndpointId; dataDir: string }) =>
      (await import("./translateFile.ts")).translateFile(file, endpoint, dataDir),
    );
}
