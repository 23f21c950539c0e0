/** The start of a script of curl commands. `keyVariable` is the variable it needs. */
export function scriptHead(keyVariable: string, title: string): string {
  return `#!/bin/sh
# ${title}. Set ${keyVariable} to the key to send; each further variable of that name with a number is another key.
: "\${${keyVariable}:?Set ${keyVariable} to the API key to send.}"
`;
}
