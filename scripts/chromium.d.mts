/** The path of a Chromium; installs one when none is found. Says `why` when that fails too. */
export function findChromium(): Promise<{ readonly path: string; readonly why?: undefined } | { readonly path: null; readonly why: string }>
