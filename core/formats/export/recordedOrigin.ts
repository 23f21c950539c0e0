const ownAddress = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]):(\d{1,5})$/i;

/**
 * The address at which requests were recorded, "http://localhost:9000", by their Host headers: the port of this machine that they name, where it is the same for all.
 * undefined otherwise. Names of other machines tell nothing: they are those of Klaviyo, or of a proxy, and a file that names them would send to others.
 */
export function recordedOrigin(hosts: Iterable<string>): string | undefined {
  const ports = new Set<string>();
  for (const host of hosts) {
    const port = ownAddress.exec(host)?.[1];
    if (port !== undefined) ports.add(port);
  }
  const [port, ...others] = ports;
  return port === undefined || others.length > 0 ? undefined : `http://localhost:${port}`;
}
