/**
 * How far a stream can be found. `machine`: liblsl announces it on this machine's loopback only. `network`: also by multicast.
 * Its data port listens on every address in either case: that is liblsl's, and no configuration of it changes that.
 */
export const REACHES = ['machine', 'network'] as const;

export type Reach = (typeof REACHES)[number];

/** Of liblsl's own log what went wrong; and no port beyond those that a firewall was told of (16571 to 16603). */
const ALWAYS = ['[log]', 'level = -2', '[ports]', 'AllowRandomPorts = false'];

const MACHINE_ONLY = [
  'IPv6 = disable',
  '[multicast]',
  'ResolveScope = machine',
  'ListenAddress = 127.0.0.1',
  'Interfaces = {127.0.0.1}',
];

/** liblsl's configuration, as its file lsl_api.cfg has it. */
export function lslConfiguration(reach: Reach): string {
  return [...ALWAYS, ...(reach === 'machine' ? MACHINE_ONLY : [])].join('\n');
}
