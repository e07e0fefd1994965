/** Features of the web platform that a page may ask for; the camera is the only one this program has a use for. */
const REFUSED_FEATURES = [
  'accelerometer',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
];

/**
 * The headers under which every file of the window is served, on both hosts.
 *
 * Cross-origin isolated (so that clocks are fine and memory is our own), no script but our files, no connection but
 * to the host itself.
 *
 * @param connectTo Further addresses a page may connect to: the WebSocket of the browser host.
 */
export function securityHeaders(connectTo: readonly string[]): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connectTo),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': ['camera=(self)', ...REFUSED_FEATURES.map((name) => `${name}=()`)].join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}

function contentSecurityPolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    // WebAssembly has to be compiled; text is never run as script.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    // The UI library positions things with style attributes and style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ...connectTo].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
