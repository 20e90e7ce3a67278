/** Whether a name holds an address of the net or of mail: an invitation carries the name, and must not carry an advertisement. */
export function holdsAddress(name: string): boolean {
  return /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|info|biz|ru|cn|nl|be|eu|io|shop|xyz)\b/i.test(name)
}
