/** The whole sheet as its sources make it. */
export function build(): Promise<string>
